package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A really full disk: what was acknowledged stays, the message says what to do, work goes on when
/// there is room.
class FullDiskTest {
  private static final int BATCH = 200;

  @TempDir Path scratch;

  @Test
  void eventsAreRefusedWhileTheDiskIsFullAndTakenWhenThereIsRoom() throws Exception {
    Path home = scratch.resolve("home");
    try (SmallDisk disk = SmallDisk.mount(home.resolve("data/journal"), "6m")) {
      Path filler = disk.fill(4 << 10);
      int acknowledged = 0;
      try (RunningHome suite = RunningHome.start(scratch, home)) {
        HttpResponse<String> answer = post(suite, acknowledged);
        while (answer.statusCode() == 202) {
          acknowledged += BATCH;
          assertTrue(acknowledged < 100_000, "the disk is never full");
          answer = post(suite, acknowledged);
        }
        assertEquals(507, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"title\":\"The disk is full\""), answer.body());
        assertTrue(answer.body().contains("nothing was stored"), answer.body());
        assertEquals(507, post(suite, acknowledged).statusCode());

        Files.delete(filler);
        assertEquals(202, post(suite, acknowledged).statusCode(), "there is room again");
        acknowledged += BATCH;
        suite.stop();
      }
      try (RunningHome again = RunningHome.start(scratch, home)) {
        assertEquals(acknowledged, stored(again), "each acknowledged event is there once");
        again.stop();
      }
    }
  }

  @Test
  void autopilotSaysSoOnceAndEnds() throws Exception {
    Path data = Files.createDirectories(scratch.resolve("shop"));
    var orders = new StringBuilder("order_id,customer_id,product_id,quantity,price,order_date\n");
    Random random = new Random(1);
    for (int i = 0; i < 40_000; i++) {
      orders.append(
          "o%d,c%d,p%d,%d,%d.%02d,2025-%02d-%02d\n"
              .formatted(
                  i,
                  random.nextInt(4_000),
                  random.nextInt(300),
                  1 + random.nextInt(3),
                  random.nextInt(90),
                  random.nextInt(100),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28)));
    }
    Path file = Files.writeString(data.resolve("orders.csv"), orders);
    Path home = scratch.resolve("home");
    try (SmallDisk _ = SmallDisk.mount(home.resolve("data"), "1m")) {
      ends(data, home, "No space left on device; free some disk space there");
    }
    Path third = scratch.resolve("third");
    try (SmallDisk _ = SmallDisk.mount(third.resolve("tmp"), "1m")) {
      ends(data, third, "only 1 MB are free for the temporary files in " + third.resolve("tmp"));
    }
    assertEquals(orders.toString(), Files.readString(file));
  }

  private void ends(Path data, Path home, String message) throws Exception {
    Path out = scratch.resolve("out");
    try (Launched full = // the script: it names the folder of temporary files to the JVM
        Launched.script(
            scratch,
            Map.of(),
            "--home",
            home.toString(),
            "autopilot",
            "--data",
            data.toString(),
            "--out",
            out.toString())) {
      assertEquals(1, full.exitCode(), full.err());
      assertTrue(full.err().contains(message), full.err());
      List<String> said = full.err().lines().filter(l -> l.contains(": ")).toList();
      assertEquals(1, said.size(), "one message: " + full.err());
    }
    assertFalse(Files.exists(out.resolve("report.json")), "a report of nothing");
  }

  private static HttpResponse<String> post(RunningHome suite, int from) throws Exception {
    var events = new StringBuilder("[");
    for (int i = from; i < from + BATCH; i++) {
      events
          .append(i == from ? "" : ",")
          .append(
              "{\"id\":\"e%d\",\"type\":\"viewed\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"customer\":\"c%d\",\"product\":\"p\",\"properties\":{\"note\":\"%s\"}}"
                  .formatted(i, i, "x".repeat(200)));
    }
    String token = Files.readString(suite.home().resolve("run/token"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suite.port() + "/api/v1/events"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(events.append("]").toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static long stored(RunningHome suite) throws Exception {
    Matcher m =
        Pattern.compile("marquetry_journal_events_total\\{[^}]*} (\\d+)")
            .matcher(RunningHome.get("http://127.0.0.1:" + (suite.port() + 1) + "/metrics").body());
    long sum = 0;
    while (m.find()) sum += Long.parseLong(m.group(1));
    return sum;
  }
}
