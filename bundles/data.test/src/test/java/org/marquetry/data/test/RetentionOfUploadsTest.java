package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.VirtualClock;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.FelixProperty;
import org.marquetry.warehouse.api.Warehouse;

/// Files of imports had their time: the nightly job takes them, and what was loaded from them, its
/// undo and its history stay. With the real importer, jobs, schedule and stores, on a clock that
/// the test drives.
@OnStores
@FelixProperty("marquetry.clock=virtual:2026-03-01T12:00:00Z")
final class RetentionOfUploadsTest {
  private static final Path HOME = Path.of("target", "home-of-RetentionOfUploadsTest");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HEAD = "order_id,customer_id,product_id,quantity,amount,date\n";

  private Client client;
  private VirtualClock clock;

  /// The clock begins anew, so the home does.
  @BeforeAll
  static void fresh() throws IOException {
    if (Files.exists(HOME)) {
      try (Stream<Path> all = Files.walk(HOME)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @BeforeEach
  void open(Felix felix) throws IOException {
    clock = felix.await(VirtualClock.class);
    client =
        Client.open(
            felix,
            HOME,
            "/api/v1/imports",
            "org.marquetry.data.intake",
            "org.marquetry.data.retention");
    Felix.until("retention is there", () -> client.get("/api/v1/retention").statusCode() == 200);
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  @Test
  void filesGoAndWhatWasLoadedItsUndoAndItsHistoryStay(Felix felix) {
    Warehouse warehouse = felix.await(Warehouse.class);
    String loaded = stored("a.csv", HEAD + "a1,c1,p1,1,10.00,2026-02-01\na2,c2,p1\n");
    start(loaded);
    String undone = stored("b.csv", HEAD + "b1,c1,p1,1,10.00,2026-02-01\n");
    start(undone);
    client.post(at(undone) + "/undo", "");
    Felix.until("it is taken back", () -> state(undone).equals("UNDONE"));
    String waiting = stored("c.csv", HEAD + "c1,c1,p1,1,10.00,2026-02-01\n");
    goTo(60);
    String later = stored("d.csv", HEAD + "d1,c1,p1,1,10.00,2026-04-01\n");
    start(later);
    goTo(89);
    for (String id : List.of(loaded, undone, waiting, later)) {
      assertTrue(Files.exists(source(id)), id);
    }
    assertTrue(client.get(at(loaded) + "/quarantine").body().contains("wrong-field-count"));
    assertEquals("4 0", uploads());

    goTo(90);
    assertEquals("4 3", uploads(), "the next night they go");
    goTo(91);
    assertEquals("1 0", uploads());
    assertTrue(Files.exists(source(later)));
    for (String id : List.of(loaded, undone, waiting)) {
      assertFalse(Files.exists(source(id).getParent()), id);
    }
    assertEquals(404, client.get(at(waiting)).statusCode(), "nothing came of it");
    assertEquals("UNDONE", state(undone));
    whatStays(warehouse, loaded);
  }

  private void whatStays(Warehouse warehouse, String loaded) {
    String status = client.get(at(loaded)).body();
    assertEquals("LOADED", Client.field(status, "state"));
    assertTrue(
        status.contains(
            "\"counts\":{\"rows\":2,\"added\":1,\"changed\":0,\"skipped\":0,\"bad\":1}"),
        status);
    assertTrue(status.contains("\"sourceKept\":false"), status);
    assertTrue(client.get(at(loaded) + "/quarantine").body().contains("\"total\":0"));
    assertEquals("", client.get(at(loaded) + "/errors").body());
    HttpResponse<String> again = client.post(at(loaded) + "/start", "{}");
    assertEquals(409, again.statusCode(), again.body());
    assertTrue(again.body().contains("the file was deleted"), again.body());
    assertEquals(List.of("a1", "d1"), orders(warehouse));
    assertTrue(client.get(at(loaded) + "/undo").body().contains("\"removed\":1"));
    client.post(at(loaded) + "/undo", "");
    Felix.until("it is taken back", () -> state(loaded).equals("UNDONE"));
    assertEquals(List.of("d1"), orders(warehouse));
  }

  private String stored(String name, String text) {
    String made = client.post("/api/v1/imports", "{\"name\":\"" + name + "\"}").body();
    String id = Client.field(made, "id");
    client.put(at(id) + "/content?offset=0", text);
    assertEquals(200, client.post(at(id) + "/stored", "").statusCode());
    return id;
  }

  private void start(String id) {
    HttpResponse<String> started = client.post(at(id) + "/start", "{}");
    assertEquals(200, started.statusCode(), started.body());
    Felix.until("it is loaded", () -> state(id).equals("LOADED"));
  }

  private static String at(String id) {
    return "/api/v1/imports/" + id;
  }

  private String state(String id) {
    return Client.field(client.get(at(id)).body(), "state");
  }

  private static Path source(String id) {
    return HOME.resolve("data").resolve("imports").resolve(id).resolve("source");
  }

  /// Let days pass, with their nights, and wait for what was started in the last of them. A job
  /// reads the clock when it runs, so the clock stands in the last night until nothing runs.
  private void goTo(int day) {
    Instant to = START.plus(Duration.ofDays(day)).plusSeconds(60);
    for (Instant next : List.of(to.minus(Duration.ofHours(2)), to)) {
      Actor.SYSTEM.run(() -> clock.advanceTo(next));
      Felix.until(
          "nothing runs any more",
          () -> {
            String jobs = client.get("/api/v1/jobs").body();
            return !jobs.contains("\"WAITING\"") && !jobs.contains("\"RUNNING\"");
          });
    }
  }

  /// How many files there are, and how many go with the next run.
  private String uploads() {
    String all = client.get("/api/v1/retention").body();
    String kind = all.substring(all.indexOf("\"id\":\"uploads\""));
    return number(kind, "rows") + " " + number(kind, "expiring");
  }

  private static String number(String json, String name) {
    return json.replaceFirst("(?s)^.*?\"" + name + "\":(\\d+).*$", "$1");
  }

  private static List<String> orders(Warehouse warehouse) {
    return Actor.SYSTEM.call(() ->
        warehouse.query(
            "SELECT order_id FROM v1.order_lines ORDER BY order_id",
            List.of(),
            r -> r.string("order_id")));
  }
}
