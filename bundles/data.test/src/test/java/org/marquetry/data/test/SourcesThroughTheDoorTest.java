package org.marquetry.data.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.warehouse.api.Warehouse;

/// A folder that files come into, with the real importer, jobs, stores and gates.
@OnStores
final class SourcesThroughTheDoorTest {
  private static final Path HOME = Path.of("target", "home-of-SourcesThroughTheDoorTest");
  private static final String HEAD = "order_id,customer_id,product_id,quantity,amount,date\n";

  /// Marks what this run made: the home stays from run to run.
  private final String mark = Long.toString(System.nanoTime(), Character.MAX_RADIX);

  private Client client;
  private Path inbox;

  @BeforeEach
  void open(Felix felix) throws IOException {
    client =
        Client.open(
            felix,
            HOME,
            "/api/v1/sources",
            "org.marquetry.data.intake",
            "org.marquetry.data.sources");
    Felix.until("the jobs are there", () -> client.get("/api/v1/jobs").statusCode() == 200);
    inbox = Files.createDirectories(HOME.toAbsolutePath().resolve("inbox").resolve(mark));
  }

  @AfterEach
  void close() {
    client.http().close();
  }

  private void file(String name, String head, int first, int rows) throws IOException {
    StringBuilder text = new StringBuilder(head);
    for (int row = first; row < first + rows; row++) {
      text.append("%s-%d,c%d,p1,1,%d.00,2026-03-01\n".formatted(mark, row, row % 7, row));
    }
    Files.writeString(inbox.resolve(name), text);
  }

  /// Run it as the schedule does and tell its newest run.
  private String scheduled(Felix felix, String id) {
    Jobs jobs = felix.await(Jobs.class);
    String job =
        Actor.SYSTEM.call(
            () -> jobs.start(new JobRequest("source.run", id, Map.of("scheduled", "true"), 1)));
    return over(id, job);
  }

  private String over(String id, String job) {
    Felix.until(
        "the job is over",
        () -> !List.of("WAITING", "RUNNING").contains(Client.field(get("/jobs/" + job), "state")));
    String newest = get("/sources/" + id + "/runs").split("\\},\\{\"at\"", 2)[0];
    return Client.field(newest, "outcome") + " " + Client.field(newest, "file");
  }

  private String get(String path) {
    return client.get("/api/v1" + path).body();
  }

  @Test
  void filesAreTakenOnceAndWhatIsOddIsTold(Felix felix) throws Exception {
    Warehouse warehouse = felix.await(Warehouse.class);
    String body =
        """
        {"name": "Till", "place": "FOLDER", "where": "%s", "pattern": "*.csv", "cron": "0 6 * * *", "columns": {}}
        """
            .formatted(inbox);
    String id = Client.field(client.post("/api/v1/sources", body).body(), "id");
    file("1.csv", HEAD, 0, 20);
    assertEquals("loaded 1.csv", scheduled(felix, id));
    file("2.csv", HEAD, 15, 20); // five of them known: the same key is the same row
    assertEquals("loaded 2.csv", scheduled(felix, id));
    assertEquals(35, lines(warehouse));
    assertEquals("nothing_new ", scheduled(felix, id));
    assertTrue(alert(id).contains("\"trouble\":\"late\""), alert(id));
    file("3.csv", HEAD, 40, 5);
    assertEquals("loaded 3.csv", scheduled(felix, id));
    assertTrue(alert(id).contains("\"trouble\":\"halved\""), alert(id));
    Files.writeString(inbox.resolve("4.csv"), "");
    assertEquals("failed 4.csv", scheduled(felix, id));
    String failed = alert(id);
    assertTrue(failed.contains("\"trouble\":\"failed\"") && failed.contains("empty"), failed);
    otherColumns(felix, client, warehouse, id);
  }

  private void otherColumns(Felix felix, Client client, Warehouse warehouse, String id)
      throws IOException {
    file("5.csv", "order_id,customer_id,product_id,quantity,paid,date\n", 44, 20);
    assertEquals("held 5.csv", scheduled(felix, id));
    file("6.csv", "order_id,customer_id,product_id,quantity,paid,date\n", 60, 20);
    assertEquals("held 6.csv", scheduled(felix, id));
    assertEquals("nothing_new ", scheduled(felix, id));
    String alert = alert(id);
    assertTrue(alert.contains("missing: amount; new: paid (2 files wait)"), alert);
    assertTrue(alert.contains("缺少：amount；新增：paid（2 个文件在等待）"), alert);
    assertEquals(40, lines(warehouse), "nothing of them is loaded");
    file("7.csv", "order_id,customer_id,product_id,quantity,paid,date\n", 80, 20);
    String started =
        client
            .post("/api/v1/sources/" + id + "/accept", "{\"columns\":{\"paid\":\"amount\"}}")
            .body();
    assertEquals("loaded 7.csv", over(id, Client.field(started, "job")));
    assertEquals(35 + 60, lines(warehouse), "44 was known; what was missed is caught up");
    assertEquals("", alert(id));
    assertEquals(
        422, client.post("/api/v1/sources/" + id + "/accept", "{\"columns\":{}}").statusCode());
  }

  private long lines(Warehouse warehouse) {
    String mine = "SELECT count(*) AS n FROM v1.order_lines WHERE starts_with(order_id, ?)";
    return Actor.SYSTEM.call(
        () -> warehouse.query(mine, List.of(mark), r -> r.longValue("n")).getFirst());
  }

  /// The alert of a source; empty when there is none.
  private String alert(String id) {
    String all = get("/source-alerts");
    int from = all.indexOf("{\"source\":\"" + id);
    return from < 0 ? "" : all.substring(from).split("\\},\\{\"source\"", 2)[0];
  }
}
