package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// All questions to a running suite, by command.
final class Questions {
  static final Map<String, Question> ALL = all();

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String EVER = "ever";
  private static final String DAILY = "0 6 * * *";
  private static final int CODES = 20_000; // in one request

  private Questions() {}

  private static Map<String, Question> all() {
    Map<String, Question> all = new TreeMap<>();
    suite(all);
    profile(all);
    catalogue(all);
    quality(all);
    retention(all);
    sources(all);
    offers(all);
    mails(all);
    RecommendQuestions.add(all);
    FeatureQuestions.add(all);
    SourcesQuestions.add(all);
    ContactQuestions.add(all);
    KeyQuestions.add(all);
    ExperimentQuestions.add(all);
    CampaignQuestions.add(all);
    SettingsQuestions.add(all);
    return Map.copyOf(all);
  }

  private static void suite(Map<String, Question> all) {
    all.put("status", Question.of(Questions::status, StatusText::of));
    all.put("audit verify", Question.of(Questions::verified, AuditText::verified));
    all.put("job list", Question.of(door -> door.get("/jobs"), JobText::list));
    all.put(
        "job cancel",
        Question.about(
            "ID",
            (door, id) -> door.send("POST", "/jobs/" + Door.segment(id) + "/cancel", ""),
            JobText::line));
  }

  /// @throws Problem if an entry is not as it was noted
  private static JsonObject verified(Door door) {
    JsonObject found = door.get("/audit/verification");
    if (Fields.figure(found, "brokenAt").isPresent()) {
      throw Problem.failure(AuditText.broken(found));
    }
    return found;
  }

  private static JsonObject status(Door door) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("address", door.address());
    all.put("home", door.home().toString());
    all.putAll(Plain.members(door.get("/status")));
    all.putAll(Plain.members(door.get("/features")));
    return object(all);
  }

  private static JsonObject object(Map<String, ?> members) {
    return Json.parse(Json.write(members)).asObject();
  }

  private static void profile(Map<String, Question> all) {
    all.put(
        "search",
        Question.about(
            "WORDS",
            (door, words) -> door.get("/products/search?why=true&q=" + Door.segment(words)),
            SearchText::of));
    all.put("segment list", Question.of(door -> door.get("/segments"), SegmentText::list));
    all.put(
        "segment count",
        Question.about(
            "ID",
            (door, id) -> door.get("/segments/" + Door.segment(id) + "/count"),
            SegmentText::count));
  }

  private static void catalogue(Map<String, Question> all) {
    all.put(
        "catalogue list",
        Question.asking(
                "", ProductText::list, (door, asked) -> door.get("/products" + asked.query()))
            .with(
                new Flag("--search", "WORDS", "what stands in its id, title, brand or category"),
                new Flag("--category", "C", "its category"),
                new Flag("--stock", "S", "sold_out, few, enough or unknown"),
                new Flag("--by", "B", "order: title, price, stock, sold or rating"),
                new Flag("--limit", "N", "how many, at most 500 (default 100)"),
                new Flag("--offset", "N", "how many are left out")));
    all.put(
        "catalogue show",
        Question.about(
            "ID", (door, id) -> door.get("/products/" + Door.segment(id)), ProductText::one));
    all.put(
        "catalogue pictures",
        Question.of(
            door -> {
              door.send("POST", "/pictures/fetch", "");
              JsonObject work = door.get("/pictures");
              while (List.of("WAITING", "RUNNING")
                  .contains(Fields.maybe(work, "state").orElse(""))) {
                LockSupport.parkNanos(PAUSE_NANOS);
                work = door.get("/pictures");
              }
              return work;
            },
            ProductText::pictures));
  }

  private static void quality(Map<String, Question> all) {
    all.put("quality list", Question.of(door -> door.get("/quality"), QualityText::list));
    all.put(
        "quality measure",
        Question.of(door -> done(door, door.send("POST", "/quality/measure", "")), JobText::line));
    all.put(
        "quality rows",
        Question.asking(
                "RULE",
                QualityText::rows,
                (door, asked) -> door.get("/quality/" + asked.segment(0) + "/rows" + asked.query()))
            .with(
                new Flag("--limit", "N", "how many, at most 200 (default 100)"),
                new Flag("--offset", "N", "how many are left out")));
    all.put(
        "quality silence",
        Question.asking(
                "RULE",
                QualityText::one,
                (door, asked) ->
                    door.send(
                        "PUT",
                        "/quality/" + asked.segment(0) + "/silence",
                        Json.write(
                            Map.of(
                                "reason", asked.needed("--reason"),
                                "until", asked.needed("--until")))))
            .with(
                new Flag("--reason", "TEXT", "why nobody needs to look; kept with who said so"),
                new Flag("--until", "DATE", "last day on which it is silent, as 2026-12-31")));
    all.put(
        "quality speak",
        Question.about(
            "RULE",
            (door, rule) -> {
              door.send("DELETE", "/quality/" + Door.segment(rule) + "/silence", "");
              return door.get("/quality/" + Door.segment(rule)).get("rule").asObject();
            },
            QualityText::one));
  }

  private static void retention(Map<String, Question> all) {
    all.put("retention list", Question.of(door -> door.get("/retention"), RetentionText::list));
    all.put(
        "retention keep",
        new Question(
            List.of("KIND", "DAYS"),
            List.of(),
            (door, asked) -> {
              door.send("PUT", "/retention/" + asked.segment(0), days(asked.operand(1)));
              return door.get("/retention");
            },
            RetentionText::list));
    all.put(
        "retention apply",
        Question.of(door -> done(door, door.send("POST", "/retention/apply", "")), JobText::line));
  }

  private static String days(String text) {
    if (text.equals(EVER)) {
      return "{}";
    }
    try {
      return Json.write(Map.of("days", Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw Problem.usage("DAYS must be a whole number or \"" + EVER + "\", got \"" + text + "\"");
    }
  }

  private static void offers(Map<String, Question> all) {
    all.put("offer list", Question.of(door -> door.get("/offers"), OfferText::list));
    all.put(
        "offer check",
        Question.asking(
                "ID",
                OfferText::findings,
                (door, asked) ->
                    door.send(
                        "POST",
                        "/offers/" + asked.segment(0) + "/check",
                        asked
                            .value("--margin")
                            .map(m -> "{\"margin\": " + share(m) + "}")
                            .orElse("{}")))
            .with(
                new Flag("--margin", "SHARE", "of the price left after the goods (default 0.3)")));
    all.put(
        "offer codes",
        new Question(
            List.of("ID", "FILE"),
            List.of(),
            (door, asked) -> {
              String codes = "/offers/" + asked.segment(0) + "/codes";
              for (List<String> part : parts(Path.of(asked.operand(1)))) {
                door.send("POST", codes, Json.write(Map.of("codes", part)));
              }
              return door.get(codes);
            },
            OfferText::codes));
  }

  private static void mails(Map<String, Question> all) {
    all.put("mail list", Question.of(door -> door.get("/mail-designs"), MailText::list));
    all.put(
        "mail check",
        Question.asking(
            "ID",
            MailText::findings,
            (door, asked) -> door.get("/mail-designs/" + asked.segment(0) + "/check")));
    all.put(
        "mail render",
        Question.asking(
                "ID",
                MailText::written,
                (door, asked) ->
                    door.get(
                        "/mail-designs/"
                            + asked.segment(0)
                            + "/render"
                            + asked
                                .value("--customer")
                                .map(c -> "?customer=" + Door.segment(c))
                                .orElse("")))
            .with(new Flag("--customer", "CUSTOMER", "whom for (default: five unlike ones)")));
  }

  private static double share(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Problem.usage("--margin must be a number between 0 and 1, got \"" + text + "\"");
    }
  }

  /// The lines of a file, some at a time.
  private static List<List<String>> parts(Path file) {
    try {
      List<String> lines =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      List<List<String>> parts = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += CODES) {
        parts.add(lines.subList(from, Math.min(lines.size(), from + CODES)));
      }
      return parts;
    } catch (IOException e) {
      throw Problem.usage("FILE " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static void sources(Map<String, Question> all) {
    all.put("source list", Question.of(Questions::sources, SourceText::list));
    all.put(
        "source add",
        Question.asking(
                "NAME",
                SourceText::one,
                (door, asked) -> door.send("POST", "/sources", feed(asked)))
            .with(
                new Flag("--folder", "DIR", "a folder of the suite's machine, or"),
                new Flag("--address", "URL", "an HTTPS address"),
                new Flag(
                    "--pattern", "P", "which files of a folder, as orders-*.csv (default all)"),
                new Flag(
                    "--cron",
                    "C",
                    "when it is looked at (default \"" + DAILY + "\", daily at six)"),
                new Flag("--role", "R", "what the files are, when the guess is wrong"),
                new Flag("--column", "NAME=MEANING", "what a column is; may be given again")));
    all.put(
        "source run",
        Question.about(
            "ID",
            (door, id) -> {
              String at = "/sources/" + Door.segment(id);
              done(door, door.send("POST", at + "/run", ""));
              return door.get(at + "/runs");
            },
            SourceText::runs));
    all.put(
        "source accept",
        Question.asking(
                "ID",
                SourceText::runs,
                (door, asked) -> {
                  String at = "/sources/" + asked.segment(0);
                  String body = Json.write(Map.of("columns", columns(asked)));
                  done(door, door.send("POST", at + "/accept", body));
                  return door.get(at + "/runs");
                })
            .with(
                new Flag("--column", "NAME=MEANING", "what a new column is; may be given again")));
    all.put(
        "source remove",
        Question.about(
            "ID",
            (door, id) -> {
              door.send("DELETE", "/sources/" + Door.segment(id), "");
              return sources(door);
            },
            SourceText::list));
    all.put(
        "source restore",
        Question.about(
            "ID",
            (door, id) -> door.send("POST", "/sources/" + Door.segment(id) + "/restore", ""),
            SourceText::one));
  }

  private static JsonObject sources(Door door) {
    Map<String, Object> all = new LinkedHashMap<>(Plain.members(door.get("/sources")));
    all.putAll(Plain.members(door.get("/source-alerts")));
    return object(all);
  }

  private static String feed(Asked asked) {
    Optional<String> folder = asked.value("--folder");
    Optional<String> address = asked.value("--address");
    if (folder.isPresent() == address.isPresent()) {
      throw Problem.usage("say either --folder or --address");
    }
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("name", asked.operand(0));
    feed.put("place", folder.isPresent() ? "FOLDER" : "ADDRESS");
    feed.put(
        "where",
        folder
            .map(f -> Path.of(f).toAbsolutePath().normalize().toString())
            .or(() -> address)
            .get());
    asked.value("--pattern").ifPresent(p -> feed.put("pattern", p));
    feed.put("cron", asked.value("--cron").orElse(DAILY));
    asked.value("--role").ifPresent(r -> feed.put("role", r));
    feed.put("columns", columns(asked));
    return Json.write(feed);
  }

  private static Map<String, String> columns(Asked asked) {
    Map<String, String> columns = new TreeMap<>();
    for (String column : asked.values("--column")) {
      int at = column.lastIndexOf('=');
      if (at < 1) {
        throw Problem.usage("--column is NAME=MEANING, got \"" + column + "\"");
      }
      columns.put(column.substring(0, at), column.substring(at + 1));
    }
    return columns;
  }

  /// Wait until a job is over.
  ///
  /// @param started what the suite said when it began it
  /// @throws Problem if it failed
  static JsonObject done(Door door, JsonObject started) {
    String at = "/jobs/" + Door.segment(Fields.text(started, "job"));
    JsonObject job = door.get(at);
    while (List.of("WAITING", "RUNNING").contains(Fields.text(job, "state"))) {
      LockSupport.parkNanos(PAUSE_NANOS);
      job = door.get(at);
    }
    if (!Fields.text(job, "state").equals("DONE")) {
      throw Problem.failure(JobText.line(job).stripTrailing());
    }
    return job;
  }
}
