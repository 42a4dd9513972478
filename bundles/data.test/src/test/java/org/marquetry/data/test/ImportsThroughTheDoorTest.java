package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.warehouse.api.Warehouse;

/// A file goes through the door into the warehouse and is taken back, with real jobs, stores and
/// gates.
@OnStores
final class ImportsThroughTheDoorTest {
  private static final Path HOME = Path.of("target", "home-of-ImportsThroughTheDoorTest");
  private Client client;

  @BeforeEach
  void open(Felix felix) throws IOException {
    client = Client.open(felix, HOME, "/api/v1/imports", "org.marquetry.data.intake");
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  @Test
  void aFileIsStoredCheckedLoadedAndTakenBack(Felix felix) {
    Warehouse warehouse = felix.await(Warehouse.class);
    String id =
        Client.field(client.post("/api/v1/imports", "{\"name\":\"orders.csv\"}").body(), "id");
    String at = "/api/v1/imports/" + id;
    String file =
        """
        order_id,customer_id,product_id,quantity,amount,date
        o1,c1,p1,1,10.00,2026-03-01
        o2,c2,p1,1,10.00,2026-03-02
        o3,c2,p2
        """;
    HttpResponse<String> stored = client.put(at + "/content?offset=0", file);
    assertEquals("{\"bytes\":" + file.length() + "}", stored.body());
    assertEquals(409, client.post(at + "/start", "{}").statusCode(), "it may not be whole");
    assertEquals(200, client.post(at + "/stored", "").statusCode());
    HttpResponse<String> proposal = client.post(at + "/proposal", "{}");
    assertTrue(proposal.body().contains("\"role\":\"orders\""), proposal.body());
    assertEquals(200, client.post(at + "/check", "{}").statusCode());
    Felix.until("it is checked", () -> state(client, at).equals("CHECKED"));
    assertEquals(0, lines(warehouse));
    assertEquals(200, client.post(at + "/start", "{}").statusCode());
    Felix.until("it is loaded", () -> state(client, at).equals("LOADED"));
    assertEquals(2, lines(warehouse));
    String status = client.get(at).body();
    assertTrue(
        status.contains(
            "\"counts\":{\"rows\":3,\"added\":2,\"changed\":0,\"skipped\":0,\"bad\":1}"),
        status);
    assertTrue(client.get(at + "/quarantine").body().contains("wrong-field-count"));
    String errors = client.get(at + "/errors").body();
    assertTrue(errors.contains("o3,c2,p2,,,,4,"), errors);
    assertEquals("", client.get(at + "/errors?offset=100000").body());
    assertTrue(client.get(at + "/undo").body().contains("\"restored\":0"));
    assertEquals(200, client.post(at + "/undo", "").statusCode());
    Felix.until("it is taken back", () -> state(client, at).equals("UNDONE"));
    assertEquals(0, lines(warehouse));
    assertEquals(204, client.delete(at).statusCode());
    assertEquals(404, client.get("/api/v1/imports/none").statusCode());
  }

  private static long lines(Warehouse warehouse) {
    return Actor.SYSTEM.call(() ->
        warehouse
            .query("SELECT count(*) AS n FROM v1.order_lines", List.of(), r -> r.longValue("n"))
            .getFirst());
  }

  private static String state(Client client, String at) {
    return Client.field(client.get(at).body(), "state");
  }
}
