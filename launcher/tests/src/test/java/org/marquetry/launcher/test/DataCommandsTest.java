package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.launcher.test.RunningHome.Result;

/// What the pages do, from the command line: catalogue, sources, quality, retention, offers,
/// contacts, jobs.
final class DataCommandsTest {
  @TempDir Path scratch;

  @Test
  void whatThePagesOfDataDoIsDoneFromTheCommandLine() throws Exception {
    Path home = scratch.resolve("home");
    try (RunningHome suite = RunningHome.start(scratch, home)) {
      suite.until("the data is there", () -> suite.ask("GET", "/sources").statusCode() == 200);
      suite.until("the rules are there", () -> suite.ask("GET", "/quality").statusCode() == 200);
      suite.until("the kinds are there", () -> suite.ask("GET", "/retention").statusCode() == 200);
      suite.until("the jobs are there", () -> suite.ask("GET", "/jobs").statusCode() == 200);
      sources(suite, home.resolve("inbox"));
      catalogue(suite);
      quality(suite);
      retention(suite);
      offers(suite);
      campaigns(suite);
      contacts(suite);
      letters(suite);
      // no mail server is named, which is a normal state
      said(
          suite.call("feature", "swap", "strategy", "--probation", "0"),
          "strategy 0.1.0 is replaced");
      said(suite.call("offer", "list"), "  percent  Ten");
      String jobs = said(suite.call("job", "list"), "Reading a source: done");
      assertTrue(jobs.contains("s quality: done"), jobs);
      refused("There is no job none", suite.call("job", "cancel", "none"));
    }
  }

  private void sources(RunningHome suite, Path inbox) throws Exception {
    said(suite.call("source", "list"), "There are no sources.");
    refused("say either --folder or --address", suite.call("source", "add", "Orders"));
    refused(
        "the folder must lie below",
        suite.call("source", "add", "Orders", "--folder", scratch.toString()));
    String added =
        said(
            suite.call("source", "add", "Orders", "--folder", inbox.toString(), "--pattern=o*.csv"),
            "Orders  " + inbox + " o*.csv  0 6 * * *");
    String id = added.split(" ", 2)[0];
    Files.writeString(
        inbox.resolve("o1.csv"),
        """
        order_id,customer_id,product_id,title,quantity,amount,date
        o1,c1,p1,Red tea,1,10.00,2026-03-01
        o2,c2,p1,Red tea,1,10.00,2026-03-02
        """);
    said(suite.call("source", "run", id), "loaded  o1.csv  2 rows");
    Files.writeString(
        inbox.resolve("o2.csv"),
        """
        order_id,customer_id,product_id,title,quantity,sum_paid,date
        o2,c2,p1,Red tea,1,10.00,2026-03-02
        o3,c2,p2,Green tea,1,12.00,2026-03-03
        """);
    said(suite.call("source", "run", id), "held  o2.csv");
    said(
        suite.call("source", "list"),
        "other columns: o2.csv: missing: amount; new: sum_paid (1 file waits)");
    said(
        suite.call("source", "accept", id, "--column", "sum_paid=amount"),
        "loaded  o2.csv  2 rows");
    assertFalse(said(suite.call("source", "list"), "Orders").contains("other columns"));
    said(suite.call("source", "remove", id), "  removed 2");
    refused("there is no source " + id, suite.call("source", "run", id));
    assertFalse(said(suite.call("source", "restore", id), "Orders").contains("removed"));
  }

  private void catalogue(RunningHome suite) throws Exception {
    suite.until(
        "the products are there",
        () -> suite.call("catalogue", "list").out().startsWith("2 products\n"));
    said(suite.call("catalogue", "list", "--search", "p2"), "1 products\np2  ");
    said(suite.call("catalogue", "show", "p1"), "orders: 2");
    refused("No fact names the product none", suite.call("catalogue", "show", "none"));
    said(suite.call("catalogue", "pictures"), "0 kept, 0 refused, 0 not read");
  }

  private void quality(RunningHome suite) throws Exception {
    String rule = "completeness.products.category";
    said(suite.call("quality", "measure"), "s quality: done");
    said(suite.call("quality", "list"), "100.0 %   " + rule + "  2 of 2");
    String rows = said(suite.call("quality", "rows", rule, "--limit", "1"), "1 of 2 rows");
    assertTrue(rows.startsWith("product_id\t"), rows);
    refused("--until is missing", suite.call("quality", "silence", rule, "--reason", "known"));
    said(
        suite.call(
            "quality", "silence", rule, "--reason", "our shop has none", "--until", "2099-12-31"),
        "silent until 2099-12-31: our shop has none");
    assertFalse(said(suite.call("quality", "speak", rule), rule).contains("silent"));
    refused("none", suite.call("quality", "speak", "none"));
  }

  private void retention(RunningHome suite) throws Exception {
    String kinds = said(suite.call("retention", "list"), " go with the next run");
    Matcher kind = Pattern.compile("(?m)^(\\S+) +(\\d+) days").matcher(kinds);
    assertTrue(kind.find(), kinds);
    said(suite.call("retention", "keep", kind.group(1), "777"), "777 days (usual " + kind.group(2));
    said(suite.call("retention", "keep", kind.group(1), "ever"), "ever (usual " + kind.group(2));
    refused("DAYS must be a whole number", suite.call("retention", "keep", kind.group(1), "x"));
    said(suite.call("retention", "apply"), "Letting go of data past its time: done");
  }

  private void campaigns(RunningHome suite) throws Exception {
    said(suite.call("recommend", "status"), "earned");
    said(suite.call("recommend", "for", "c1"), "");
    said(suite.call("recommend", "why", "c1", "p1"), "");
    recommendRules(suite);
    said(suite.call("campaign", "list"), "There are no campaigns.");
    said(
        suite.call("campaign", "propose", "--goal", "win-back", "--budget", "2000"),
        "missing: Too few orders");
    Path wanted =
        Files.writeString(
            scratch.resolve("campaign.json"),
            """
            {"name": "Spring", "goal": "win_back", "holdoutShare": 0.2}
            """);
    String campaign =
        said(suite.call("campaign", "add", wanted.toString()), "  draft  Spring").split(" ", -1)[0];
    String check = said(suite.call("campaign", "check", campaign), "stops: There is no mail");
    assertTrue(check.contains("people"), check);
    said(suite.call("campaign", "seeds"), "The seed list is empty.");
    said(suite.call("campaign", "seeds", "--set", "ada@shop.example"), "ada@shop.example");
    refused("is no mail address", suite.call("campaign", "seeds", "--set", "ada"));
    refused("there is no mail", suite.call("campaign", "test", campaign));
    said(suite.call("campaign", "approve", campaign, "--comment", "fine"), "approved, version 1");
    refused("Nobody would get it", suite.call("campaign", "launch", campaign, "0"));
  }

  private void recommendRules(RunningHome suite) throws Exception {
    said(
        suite.call("recommend", "rules", "list"), "r-stock  in_stock 1\nr-variants  one_variant\n");
    String id =
        said(
                suite.call(
                    "recommend", "rules", "add", "hide", "--brand", "Acme", "--name", "No Acme"),
                "  hide brand Acme  No Acme")
            .split(" ", -1)[0];
    refused("kind must be one of", suite.call("recommend", "rules", "add", "explode"));
    refused("1 to 200 characters", suite.call("recommend", "rules", "change", id, "--brand", " "));
    said(
        suite.call("recommend", "rules", "change", id, "--category", "Tea"),
        id + "  hide category Tea  No Acme");
    said(suite.call("recommend", "rules", "remove", id), "(deleted)");
    said(suite.call("recommend", "rules", "list", "--deleted", "true"), id);
    said(suite.call("recommend", "rules", "restore", id, "--version", "1"), "hide brand Acme");
    said(suite.call("recommend", "rules", "history", id), "2  changed ");
    String cost = suite.call("recommend", "rules", "cost").toString();
    assertTrue(cost.contains("nothing to learn from before the last 30 days"), cost);
  }

  /// A channel that is uploaded, and a campaign that goes out over it when it is removed.
  private void letters(RunningHome suite) throws Exception {
    Path zip =
        new FeatureArchive(
                new CommandBundle("letters", "1.0.0", LetterChannel.class, List.of()),
                List.of("send"))
            .zip(scratch.resolve("letters.zip"));
    said(suite.call("feature", "trust", "unsigned", "on"), "ALLOWED");
    refused(
        "no zip file", suite.call("feature", "upload", scratch.resolve("codes.txt").toString()));
    String kept = said(suite.call("feature", "upload", zip.toString()), "kept as ");
    String file = kept.substring("kept as ".length(), kept.indexOf('\n'));
    said(
        suite.call("feature", "install", file, "--probation", "0"),
        "letters 1.0.0 is new, signed by nobody\n  may  send messages to customers");
    String one = goesOut(suite, "One");
    String two = goesOut(suite, "Two");

    String plan = said(suite.call("feature", "plan", "--remove", "letters"), "letters 1.0.0 goes");
    assertTrue(plan.contains("campaign/" + one + " \"One\""), plan);
    assertTrue(plan.contains(": keep, hold, stop\n"), plan);
    assertTrue(plan.contains("is kept unless you choose: --users hold, or --user ID=stop"), plan);
    refused("is none of keep, hold, stop", remove(suite, "--users", "pause"));
    refused("--user needs an id of the plan", remove(suite, "--user", one));
    said(
        suite.call("feature", "plan", "--remove", "letters", "--user", "campaign/none=stop"),
        "not possible: for \"campaign/none\" there is nothing to choose; there is campaign/");
    Result unknown = remove(suite, "--user", "campaign/none=stop");
    assertEquals(1, unknown.code(), unknown.out());
    assertTrue(unknown.err().contains("campaign/" + two + " (keep, hold, stop)"), unknown.err());

    String removed =
        said(
            remove(suite, "--users", "hold", "--user", "campaign/" + two + "=stop"),
            "letters 1.0.0 goes");
    assertTrue(removed.contains("  held campaign/" + one + " \"One\"\n"), removed);
    assertTrue(removed.contains("  stopped campaign/" + two + " \"Two\"\n"), removed);
    said(suite.call("campaign", "progress", one), "sending: 0 sent, 1 waiting");
    said(suite.call("campaign", "progress", one), "; held back\n");
    said(suite.call("campaign", "progress", two), "stopped: ");
    assertTrue(suite.ask("GET", "/campaign-hold").body().contains("false"), "not all are held");
    assertFalse(
        said(suite.call("campaign", "hold", "off", "--campaign", one), "1 waiting")
            .contains("held back"));
    refused("may still go out", suite.call("campaign", "hold", "on", "--campaign", two));
  }

  private static Result remove(RunningHome suite, String... choices) throws Exception {
    List<String> words = new ArrayList<>(List.of("feature", "remove", "letters"));
    words.addAll(List.of("--probation", "0"));
    words.addAll(List.of(choices));
    return suite.call(words.toArray(String[]::new));
  }

  /// A campaign whose one message waits for its day.
  private String goesOut(RunningHome suite, String name) throws Exception {
    String customer =
        """
        {"id": "address %s", "type": "customerChanged", "customer": "c1", "occurredAt": "2026-03-05T09:00:00Z",
         "properties": {"email": "c1@shop.example", "language": "en"}}
        """
            .formatted(name);
    assertTrue(suite.ask("POST", "/events", customer).statusCode() < 300);
    String mail =
        """
        {"name": "%s", "languages": ["en"], "openings": [{"subject": {"en": "Hello"}}],
         "blocks": [{"kind": "text", "text": {"en": "We have new tea."}},
           {"kind": "footer", "text": {"en": "The shop wrote this."}, "unsubscribe": {"en": "Unsubscribe"}}]}
        """
            .formatted(name);
    Matcher design =
        Pattern.compile("\"id\":\"([^\"]+)\"")
            .matcher(suite.ask("POST", "/mail-designs", mail).body());
    assertTrue(design.find());
    Path wanted =
        Files.writeString(
            scratch.resolve(name + ".json"),
            """
            {"name": "%s", "goal": "win_back", "holdoutShare": 0, "purpose": "service",
             "channel": "letters", "mail": "%s", "start": "2099-01-01T09:00:00Z"}
            """
                .formatted(name, design.group(1)));
    String id =
        said(suite.call("campaign", "add", wanted.toString()), "  draft  " + name)
            .split(" ", -1)[0];
    suite.until(
        "its address is known",
        () -> suite.call("campaign", "check", id).out().contains("1 planned"));
    said(suite.call("campaign", "approve", id), "approved");
    said(suite.call("campaign", "launch", id, "1"), "");
    suite.until(
        "those who get it are chosen",
        () -> suite.call("campaign", "progress", id).out().startsWith("sending: "));
    return id;
  }

  private void offers(RunningHome suite) throws Exception {
    said(suite.call("experiment", "list"), "There are no experiments.");
    refused("No experiment has the id", suite.call("experiment", "read", "none"));
    refused("--reason must say why", suite.call("experiment", "decide", "none", "stop"));
    refused("--pdf or --html", suite.call("experiment", "report", "none"));
    refused(
        "there is no experiment none",
        suite.call("experiment", "report", "none", "--pdf", scratch.resolve("r.pdf").toString()));
    said(suite.call("offer", "list"), "There are no offers.");
    String ten =
        "{\"name\": \"Ten\", \"benefit\": {\"kind\": \"percent\", \"share\": 0.1},"
            + " \"coupon\": {\"kind\": \"each\"}}";
    assertEquals(200, suite.ask("POST", "/offers", ten).statusCode());
    String line = said(suite.call("offer", "list"), "  percent  Ten");
    String id = line.substring(0, line.indexOf(' '));
    said(suite.call("offer", "check", id), "stops: no code is free");
    Path codes = Files.writeString(scratch.resolve("codes.txt"), "TEN-1\nTEN-2\n\nTEN-2\n");
    said(suite.call("offer", "codes", id, codes.toString()), "2 codes: 0 given, 2 free");
    said(suite.call("offer", "check", id, "--margin", "0.4"), "Nothing speaks against it.");
    refused("No offer has the id", suite.call("offer", "check", "none"));
    refused("--margin must be a number", suite.call("offer", "check", id, "--margin", "x"));
  }

  private void contacts(RunningHome suite) throws Exception {
    said(
        suite.call("contact", "rules", "marketing"),
        "quiet from 22:00 until 08:00; all: at most 2 in any 7 days");
    said(suite.call("contact", "rules", "service"), "no quiet hours");
    said(
        suite.call("contact", "set", "marketing", "--cap", "email=1/7", "--cap", "all=3/30"),
        "no quiet hours; all: at most 3 in any 30 days; email: at most 1 in any 7 days");
    said(suite.call("contact", "check", "marketing", "c1"), "refused: policy.no-consent");
    said(suite.call("contact", "check", "service", "c1"), "allowed: policy.service");
    said(suite.call("contact", "list", "c1"), "No messages.");
    refused("purpose is marketing or service", suite.call("contact", "rules", "fun"));
    refused(
        "quiet hours are like 22:00", suite.call("contact", "set", "marketing", "--quiet", "22-8"));
    refused(
        "--cap is CHANNEL=MESSAGES/DAYS", suite.call("contact", "set", "service", "--cap", "2"));
  }

  private static String said(Result result, String part) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains(part), result.out());
    return result.out();
  }

  private static void refused(String part, Result result) {
    assertEquals(2, result.code(), result.err() + result.out());
    assertTrue(result.err().contains(part), result.err());
    assertEquals("", result.out());
  }
}
