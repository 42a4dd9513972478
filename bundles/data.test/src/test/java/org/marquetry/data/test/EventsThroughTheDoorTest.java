package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/// The door with the real Jetty, log-in, journal and warehouse.
@OnStores
final class EventsThroughTheDoorTest {
  private static final Path HOME = Path.of("target", "home-of-EventsThroughTheDoorTest");

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private Client client;

  @BeforeEach
  void open(Felix felix) throws IOException {
    client = Client.open(felix, HOME, "/api/v1/event-types", "org.marquetry.data.events");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(HOME.resolve("run").resolve("token")));
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  @Test
  void whatComesThroughTheDoorIsInTheViewOnce(Felix felix) {
    HttpResponse<String> one = client.post("/api/v1/events", event("a"));
    assertEquals(202, one.statusCode(), one.body());
    assertEquals("{\"accepted\":1,\"duplicates\":0}", one.body());
    HttpResponse<String> again =
        client.post("/api/v1/events", "[" + event("a") + "," + event("b") + "]");
    assertEquals("{\"accepted\":1,\"duplicates\":1}", again.body());
    HttpResponse<String> keyed = client.post("/api/v1/events", event("c"), run);
    assertEquals(keyed.body(), client.post("/api/v1/events", event("c"), run).body());
    assertEquals(422, client.post("/api/v1/events", event("d"), run).statusCode());
    Warehouse warehouse = felix.await(Warehouse.class);
    Felix.until("the events are in the view", () -> stored(warehouse).size() == 3);
    assertEquals(
        List.of(run + "-a|c1|1299|CNY", run + "-b|c1|1299|CNY", run + "-c|c1|1299|CNY"),
        stored(warehouse));
  }

  @Test
  void badInputIsToldAndStoresNothing(Felix felix) {
    assertProblem(400, "line 1, column", client.post("/api/v1/events", "[{\"id\": oops"));
    assertProblem(
        422,
        "\"pointer\":\"/1/custmer\"",
        client.post(
            "/api/v1/events",
            "[" + event("x") + "," + event("y").replace("customer", "custmer") + "]"));
    assertProblem(
        422,
        "Event 1: quantity and amountMinor must be >= 0",
        client.post(
            "/api/v1/events", "[" + event("x") + "," + event("y").replace("1299", "-1") + "]"));
    assertProblem(413, "more than 10000 elements", client.post("/api/v1/events", many(100_000)));
    assertProblem(
        413, "more than 10 MB", client.post("/api/v1/events", " ".repeat(11 << 20) + "[]"));
    assertProblem(404, "Did you mean /api/v1/events?", client.get("/api/v1/event"));
    assertEquals("POST", client.get("/api/v1/events").headers().firstValue("Allow").orElse(""));
    assertEquals(List.of(), stored(felix.await(Warehouse.class)));
    assertEquals(202, client.post("/api/v1/events", many(10_000)).statusCode());
  }

  @Test
  void cloudEventsComeByContentTypeInAllThreeModes(Felix felix) {
    String one =
        """
        {"specversion":"1.0","id":"%s-1","source":"/till/7","type":"org.marquetry.ordered","time":"2025-01-31T10:30:00+01:00",
         "subject":"x","comexampleshard":4,"datacontenttype":"application/json",
         "data":{"customer":"c1","order":"o1","amountMinor":1299,"currency":"CNY","properties":{"line":"1"}}}\
        """
            .formatted(run);
    String structured = "application/cloudevents+json; charset=UTF-8";
    HttpResponse<String> first =
        client.post("/api/v1/events", one, Map.of("Content-Type", structured));
    assertEquals(202, first.statusCode(), first.body());
    assertTrue(first.body().contains("\"accepted\":1"), first.body());
    String batch = "[" + one + "," + one.replace(run + "-1", run + "-2") + "]";
    HttpResponse<String> second =
        client.post(
            "/api/v1/events", batch, Map.of("Content-Type", "application/cloudevents-batch+json"));
    assertEquals(202, second.statusCode(), second.body());
    assertTrue(second.body().contains("\"accepted\":1,\"duplicates\":1"), second.body());
    HttpResponse<String> binary =
        client.post(
            "/api/v1/events",
            "{\"customer\":\"c2\"}",
            Map.of(
                "Content-Type", "application/json",
                "ce-specversion", "1.0",
                "ce-id", run + "-3",
                "ce-source", "/till/7",
                "ce-type", "viewed",
                "ce-subject", "t%20e"));
    assertEquals(202, binary.statusCode(), binary.body());
    Warehouse warehouse = felix.await(Warehouse.class);
    Felix.until("three are there", () -> cloud(warehouse).size() == 3);
    assertEquals(
        List.of(
            "/till/7#" + run + "-1|ordered|2025-01-31 09:30:00|c1|1299|4|x",
            "/till/7#" + run + "-2|ordered|2025-01-31 09:30:00|c1|1299|4|x"),
        cloud(warehouse).subList(0, 2));
    assertTrue(cloud(warehouse).get(2).endsWith("|c2|t e"), cloud(warehouse).get(2));
    assertProblem(
        422,
        "Event 1: data has no field custmer",
        client.post(
            "/api/v1/events",
            "[" + one + "," + one.replace("customer", "custmer") + "]",
            Map.of("Content-Type", "application/cloudevents-batch+json")));
    assertProblem(
        422,
        "specversion must be 1.0",
        client.post(
            "/api/v1/events",
            one.replace("\"1.0\"", "\"0.3\""),
            Map.of("Content-Type", structured)));
    assertProblem(
        400, "line 1", client.post("/api/v1/events", "{", Map.of("Content-Type", structured)));
    assertProblem(
        415,
        "text/plain",
        client.post("/api/v1/events", one, Map.of("Content-Type", "text/plain")));
  }

  private List<String> cloud(Warehouse warehouse) {
    return Actor.SYSTEM.call(() ->
        warehouse.query(
            "SELECT concat_ws('|', event_id, type, occurred_at, customer_id, amount_minor,"
                + " json_extract_string(properties, '$.comexampleshard'), json_extract_string(properties, '$.subject')) AS line"
                + " FROM v1.events WHERE event_id LIKE ? ORDER BY event_id",
            List.of("/till/7#" + run + "%"),
            r -> r.string("line")));
  }

  @Test
  void aTypeOfTheShopsOwnIsCheckedFromItsDeclarationOn(Felix felix) {
    String good =
        "{\"id\":\"%s-own1\",\"type\":\"tastingBooked\",\"occurredAt\":\"2025-01-31T09:30:00Z\",\"properties\":{\"persons\":\"2\"}}"
            .formatted(run);
    String bad = good.replace("own1", "own2").replace("\"2\"", "\"two\"");
    assertEquals(202, client.post("/api/v1/events", bad.replace("own2", "own0")).statusCode());
    HttpResponse<String> declared =
        client.put(
            "/api/v1/event-types/tastingBooked",
            "{\"label\":\"Tasting\",\"fromPages\":false,\"fields\":[{\"name\":\"persons\",\"kind\":\"NUMBER\",\"personal\":false,\"required\":true}]}");
    assertEquals(204, declared.statusCode(), declared.body());
    assertEquals(202, client.post("/api/v1/events", good).statusCode());
    assertProblem(422, "persons of tastingBooked must be", client.post("/api/v1/events", bad));
    assertEquals(
        422,
        client
            .put(
                "/api/v1/event-types/ordered", "{\"label\":\"x\",\"fromPages\":true,\"fields\":[]}")
            .statusCode());
    assertTrue(client.get("/api/v1/event-types").body().contains("\"kind\":\"NUMBER\""));
    assertEquals(204, client.delete("/api/v1/event-types/tastingBooked").statusCode());
    assertEquals(202, client.post("/api/v1/events", bad).statusCode());
    Felix.until("three are there", () -> stored(felix.await(Warehouse.class)).size() == 3);
  }

  @Test
  void onlyAKeyThatMayWriteDataWrites(Felix felix) {
    Client nobody = client.with("mq_wrong_key");
    assertProblem(401, "not valid", nobody.post("/api/v1/events", event("a")));
    Users users = felix.await(Users.class);
    Client reader = nobody.with(key(users, "data.read"));
    assertProblem(403, "data.write", reader.post("/api/v1/events", event("a")));
    assertTrue(reader.get("/api/v1/operations").body().contains("\"path\":\"/events\""));
    Client writer = nobody.with(key(users, "data.write"));
    assertEquals(202, writer.post("/api/v1/events", event("a")).statusCode());
    assertTrue(nobody.get("/api/v1/openapi.json").body().contains("\"SentEvent\":{\"type\""));
  }

  @Test
  void aStoppedBundleIsGoneAndComesBack(Felix felix) throws BundleException {
    Bundle bundle = bundle(felix, "org.marquetry.data.events");
    bundle.stop();
    int stopped = status(() -> client.post("/api/v1/events", event("a")));
    assertTrue(stopped == 503 || stopped == 404, "got " + stopped);
    Felix.until("it is gone", () -> status(this::events) == 404);
    Client health = client.at(client.port() + 1);
    HttpResponse<String> warned = health.get("/health/ready");
    assertEquals(200, warned.statusCode(), warned.body());
    assertTrue(warned.body().contains("the bundle is not active"), warned.body());
    bundle.start();
    Felix.until("it is back", () -> status(this::events) == 405);
    assertEquals(202, client.post("/api/v1/events", event("b")).statusCode());
    assertEquals(200, health.get("/health/live").statusCode());
    assertEquals(200, health.get("/health/started").statusCode());
    String figures = health.get("/metrics").body();
    assertTrue(
        figures.contains(
            "marquetry_http_requests_total{operation=\"POST /events\",status=\"2xx\"} 1\n"),
        figures);
    assertTrue(figures.contains("\nmarquetry_journal_events_total{partition="), figures);
    assertTrue(figures.contains("\nmarquetry_gate_calls_total{bundle="), figures);
  }

  private HttpResponse<String> events() {
    return client.get("/api/v1/events");
  }

  private static int status(java.util.function.Supplier<HttpResponse<String>> call) {
    try {
      return call.get().statusCode();
    } catch (java.io.UncheckedIOException notYet) {
      return -1;
    }
  }

  private String event(String id) {
    return """
    {"id":"%s-%s","type":"ordered","occurredAt":"2025-01-31T09:30:00Z","customer":"c1",
     "order":"%s","amountMinor":1299,"currency":"CNY"}\
    """
        .formatted(run, id, id);
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "{\"id\":\"m" + i + "\",\"type\":\"v\",\"occurredAt\":\"2025-01-31T09:30:00Z\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private List<String> stored(Warehouse warehouse) {
    return Actor.SYSTEM.call(() ->
        warehouse.query(
            "SELECT concat_ws('|', event_id, customer_id, amount_minor, currency) AS line"
                + " FROM v1.events WHERE event_id LIKE ? ORDER BY event_id",
            List.of(run + "%"),
            r -> r.string("line")));
  }

  private static String key(Users users, String permission) {
    return Actor.SYSTEM.call(() -> users.makeKey("test", Set.of(permission)));
  }

  private static void assertProblem(int status, String words, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json",
        response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    assertTrue(response.body().contains(words), response.body());
  }

  private static Bundle bundle(Felix felix, String name) {
    for (Bundle bundle : felix.context().getBundles()) {
      if (name.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    throw new IllegalStateException("there is no bundle " + name);
  }
}
