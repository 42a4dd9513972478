package org.marquetry.privacy.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.InFelix;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.warehouse.api.Warehouse;

/// The contract of personal data. The second test is the first one's home after a restart.
@InFelix(
    bundles = {
      "org.apache.felix.http.servlet-api",
      "org.apache.commons.commons-io",
      "org.apache.commons.commons-fileupload",
      "com.fasterxml.jackson.core.jackson-annotations",
      "tools.jackson.core.jackson-core",
      "tools.jackson.core.jackson-databind",
      "bcprov",
      "com.h2database",
      "org.marquetry.lib.duckdb",
      "org.marquetry.lib.mail",
      "org.marquetry.shop.api",
      "org.marquetry.platform.api",
      "org.marquetry.privacy.api",
      "org.marquetry.sql.api",
      "org.marquetry.access.api",
      "org.marquetry.warehouse.api",
      "org.marquetry.data.api",
      "org.marquetry.decision.api",
      "org.marquetry.insight.api",
      "org.marquetry.lab.api",
      "org.marquetry.profile.api",
      "org.marquetry.experiment.api",
      "org.marquetry.placement.api",
      "org.marquetry.channel.api",
      "org.marquetry.copy.api",
      "org.marquetry.campaign.api",
      "org.marquetry.feature.api",
      "org.marquetry.platform.gate",
      "org.apache.felix.http.jetty12",
      "org.marquetry.platform.time",
      "org.marquetry.platform.compute",
      "org.marquetry.platform.journal",
      "org.marquetry.platform.projection",
      "org.marquetry.sql.h2",
      "org.marquetry.platform.jobs",
      "org.marquetry.access.core",
      "org.marquetry.warehouse.duckdb",
      "org.marquetry.data.events",
      "org.marquetry.decision.core",
      "org.marquetry.profile.core",
      "org.marquetry.experiment.core",
      "org.marquetry.channel.preferences",
      "org.marquetry.channel.outbox",
      "org.marquetry.campaign.policy",
      "org.marquetry.privacy.core",
    },
    properties = {
      "marquetry.home=target/home-of-persons",
      "org.apache.felix.http.enable=false",
      "org.osgi.service.http.port=0"
    })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PersonalDataContractTest {
  private static final Path HOME = Path.of("target/home-of-persons");
  private static final Path KEPT = Path.of("target/home-of-persons.kept");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final String EXPORTS = "/api/v1/privacy/exports";

  @Test
  @Order(1)
  void oneIsHandedOutAndErasedAndTheOtherStaysWhole(Felix felix) throws IOException {
    String run = UUID.randomUUID().toString().substring(0, 8);
    Shopper anna = new Shopper("Anna", run);
    Shopper bob = new Shopper("Boleslaw", run);
    Client door = door(felix);
    Warehouse warehouse = felix.await(Warehouse.class);
    store(felix, door, anna, bob);
    store(felix, door, bob, anna);
    int rows = 2 * (anna.eventCount() + 3); // and a decision and a send, begun and ended, each
    Felix.until("all is in the warehouse", () -> count(warehouse, run) == rows);
    LiveProfiles profiles = felix.await(LiveProfiles.class);
    Felix.until("profiles know her", () -> knows(profiles, anna));
    String totals = totals(warehouse);

    String hers = export(door, "\"customers\":[\"" + anna.id() + "\"]");
    assertHolds(hers, anna);
    assertHoldsNothingOf(hers, bob);
    for (int i = 0; i < anna.eventCount(); i++) {
      String event = "Event-" + run + "-" + i + "\"";
      assertEquals(2, count(hers, event), "journal and warehouse each hold " + event);
    }
    assertEquals(1, count(hers, "\"kind\":\"mail\""), hers);
    assertEquals(1, count(hers, "\"kind\":\"v1.decisions\""), hers);
    assertFalse(filesWith(List.of(anna.email())).isEmpty(), "such a search finds what is there");
    String his = export(door, "\"customers\":[\"" + bob.id() + "\"]");

    erase(door, "\"emails\":[\"" + anna.email() + "\"]");

    assertEquals(totals, totals(warehouse));
    assertFalse(knows(profiles, anna));
    assertTrue(knows(profiles, bob));
    String hisNow = export(door, "\"customers\":[\"" + bob.id() + "\"]");
    String crosses = "x".repeat(anna.email().length());
    assertEquals(
        his.replace(anna.email(), crosses), hisNow, "only her address in his note is gone");
    assertEquals(List.of(), filesWith(anna.traces()));
    Files.writeString(KEPT, String.join("\n\n", run, totals, hisNow));
  }

  @Test
  @Order(2)
  void afterARestartItIsStillSo(Felix felix) throws IOException {
    String[] kept = Files.readString(KEPT).split("\n\n", 3);
    Shopper anna = new Shopper("Anna", kept[0]);
    Shopper bob = new Shopper("Boleslaw", kept[0]);
    Client door = door(felix);
    assertEquals(kept[1], totals(felix.await(Warehouse.class)));
    assertEquals(kept[2], export(door, "\"customers\":[\"" + bob.id() + "\"]"));
    assertEquals("{\"records\":[]}", export(door, "\"customers\":[\"" + anna.id() + "\"]"));
    LiveProfiles profiles = felix.await(LiveProfiles.class);
    assertFalse(knows(profiles, anna));
    assertTrue(knows(profiles, bob));
    assertEquals(List.of(), filesWith(anna.traces()));
    assertFalse(filesWith(List.of(bob.email())).isEmpty());
  }

  @Test
  @Order(3)
  void everyStoreIsDeclaredAndOneThatIsNotIsTold(Felix felix) throws IOException {
    Client door = door(felix);
    String declared = door.get("/api/v1/privacy/declarations").body();
    for (String store : List.of("journal", "warehouse", "outbox", "projections")) {
      assertTrue(declared.contains("\"store\":\"" + store + "\""), declared);
    }
    assertTrue(declared.endsWith("\"undeclared\":[]}"), declared);
    Path breach = Files.createDirectories(HOME.resolve("data/diary"));
    try {
      String told = door.get("/api/v1/privacy/declarations").body();
      assertTrue(told.endsWith("\"undeclared\":[\"data/diary\"]}"), told);
    } finally {
      Files.delete(breach);
    }
  }

  @Test
  @Order(4)
  void wrongQuestionsAreTold(Felix felix) throws IOException {
    Client door = door(felix);
    assertEquals(422, door.post(EXPORTS, "{}").statusCode());
    assertEquals(404, door.get("/api/v1/privacy/erasures/none").statusCode());
    HttpResponse<String> reason =
        door.post(
            "/api/v1/privacy/erasures",
            "{\"person\":{\"customers\":[\"nobody-known\"]},\"reason\":\"She called us\"}");
    assertEquals(422, reason.statusCode(), reason.body());
    assertFalse(reason.body().contains("nobody-known"), reason.body());
  }

  private static Client door(Felix felix) throws IOException {
    Client door = Client.open(felix, HOME, "/api/v1/privacy/declarations");
    for (String path : List.of("/api/v1/events", EXPORTS)) { // to be posted to
      Felix.until(path + " is served", () -> door.get(path).statusCode() == 405);
    }
    return door;
  }

  private static void store(Felix felix, Client door, Shopper who, Shopper friend) {
    HttpResponse<String> posted = door.post("/api/v1/events", who.events(friend));
    assertEquals(202, posted.statusCode(), posted.body());
    Warehouse warehouse = felix.await(Warehouse.class);
    Felix.until("the consent is known", () -> consents(warehouse, who));
    DecisionLog log = felix.await(DecisionLog.class);
    ContactPolicy policy = felix.await(ContactPolicy.class);
    Actor.SYSTEM.run(() -> {
      log.append(List.of(who.decide()));
      var sent = policy.send(who.question(), List.of(who.mail())).getFirst();
      assertTrue(sent.outcome().isPresent(), sent.answer().toString());
    });
  }

  private static boolean consents(Warehouse warehouse, Shopper who) {
    return Actor.SYSTEM.call(() ->
        !warehouse
            .query(
                "SELECT customer_id FROM v1.customers WHERE customer_id = ? AND consent_email ="
                    + " 'granted'",
                List.of(who.id()),
                r -> r.string("customer_id"))
            .isEmpty());
  }

  private static long count(Warehouse warehouse, String run) {
    return Actor.SYSTEM.call(() ->
        warehouse
            .query(
                "SELECT (SELECT count(*) FROM v1.events WHERE customer_id LIKE ? OR visitor_id LIKE"
                    + " ?) + (SELECT count(*) - 2 FROM v1.decisions WHERE customer_id LIKE ?) AS n",
                List.of("%-" + run, "%-" + run, "%-" + run),
                r -> r.longValue("n"))
            .getFirst());
  }

  /// What the shop counts: sales, returns, sends, decisions and outcomes, money kept.
  private static String totals(Warehouse warehouse) {
    return Actor.SYSTEM.call(() ->
        warehouse
            .query(
                "SELECT concat_ws(' ', (SELECT string_agg(type || '=' || n, ' ' ORDER BY type) FROM"
                    + " (SELECT type, count(*) AS n FROM v1.events WHERE type IN ('ordered',"
                    + " 'returned', 'sent', 'decided') GROUP BY type)), (SELECT sum(net_minor) FROM"
                    + " v1.order_lines), (SELECT string_agg(policy || '=' || n, ' ' ORDER BY policy)"
                    + " FROM (SELECT policy, count(*) AS n FROM v1.decisions WHERE probability ="
                    + " 0.25 GROUP BY policy)), (SELECT count(*) FROM v1.outcomes o JOIN"
                    + " v1.decisions d ON d.decision_id = o.decision_id AND d.customer_id ="
                    + " o.customer_id WHERE o.type = 'ordered')) AS line",
                List.of(),
                r -> r.string("line"))
            .getFirst());
  }

  private static boolean knows(LiveProfiles profiles, Shopper who) {
    return Actor.SYSTEM.call(() -> profiles.profile(new CustomerId(who.id())).isPresent());
  }

  private static String export(Client door, String person) {
    HttpResponse<String> answer = door.post(EXPORTS, "{" + person + "}");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static void erase(Client door, String person) {
    String body = "{\"person\":{" + person + "},\"reason\":\"person-asked\"}";
    HttpResponse<String> asked = door.post("/api/v1/privacy/erasures", body);
    assertEquals(202, asked.statusCode(), asked.body());
    Matcher id = ID.matcher(asked.body());
    assertTrue(id.find(), asked.body());
    String path = "/api/v1/privacy/erasures/" + id.group(1);
    try {
      Felix.until("she is erased", () -> door.get(path).body().contains("\"state\":\"DONE\""));
    } catch (AssertionError late) {
      throw new AssertionError(door.get(path).body(), late);
    }
  }

  private static void assertHolds(String text, Shopper who) {
    for (String trace : who.traces()) {
      assertTrue(text.contains(trace), trace + " is missing in " + text);
    }
    assertTrue(text.contains(who.oldEmail()), text);
  }

  private static void assertHoldsNothingOf(String text, Shopper who) {
    String friendly = text.replace("a gift for " + who.email() + ".", "");
    for (String trace : who.traces()) {
      assertFalse(friendly.contains(trace), trace + " stands in " + text);
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /// Files of the whole home, by name and bytes; upper and lower case are one.
  private static List<String> filesWith(List<String> traces) throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(f -> {
            String all = f + "\n" + bytes(f);
            return traces.stream()
                .anyMatch(t ->
                    all.toLowerCase(java.util.Locale.ROOT)
                        .contains(t.toLowerCase(java.util.Locale.ROOT)));
          })
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
