package org.marquetry.launcher.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.sandbox.core.SandboxPast;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// The suite is killed (SIGKILL) while the past of its made-up shop streams in, again and again on
/// the same home. Then journal and warehouse hold what was told, each event once. Many kills:
/// `bench/demo-kill`.
final class StreamKillTest {
  private static final int KILLS = Integer.getInteger("marquetry.faults", 2);
  private static final int CUSTOMERS = 200; // some 11 thousand events
  private static final int PRODUCTS = 60; // each has a picture drawn
  private static final int MOST_BEFORE = 6_000;
  private static final long PATIENCE_SECONDS = 120; // a small shop, on a slow machine
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern EVENTS = Pattern.compile("\"events\":(\\d+)");
  private static final Pattern LOADED =
      Pattern.compile("\"kind\":\"sandbox.stream\",[^}]*},[^}]*\"state\":\"(?i:done)\"");
  private static final Pattern TODAY = Pattern.compile("\"today\"\\s*:\\s*\"([0-9-]+)\"");

  @TempDir Path scratch;

  @Test
  void nothingThatWasToldIsLostOrDoubled() throws Exception {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    Random random = new Random(seed);
    Path home = scratch.resolve("sample");
    for (int kill = 0; kill < KILLS; kill++) {
      try (RunningHome suite = start(home)) {
        long enough = random.nextInt(1, MOST_BEFORE);
        suite.until("told", PATIENCE_SECONDS, () -> told(suite) >= enough);
      } // kills it
    }
    try (RunningHome suite = start(home)) {
      suite.until("loaded", PATIENCE_SECONDS, () -> isLoaded(suite));
      suite.stop();
    }
    List<String> told = new ArrayList<>();
    LocalDate today = today(home);
    SandboxPast.of(1, CUSTOMERS, PRODUCTS, today, ZONE, "CNY").tell(e -> told.add(e.id()));
    told.sort(null);
    Instant end = today.atStartOfDay(ZONE).toInstant();
    assertTrue(told.size() > MOST_BEFORE, "told " + told.size());
    assertEquals(told, inJournal(home, end), () -> "journal, -Dtests.seed=" + seed);
    assertEquals(told, inWarehouse(home, end), () -> "warehouse, -Dtests.seed=" + seed);
  }

  private RunningHome start(Path home) throws Exception {
    RunningHome suite =
        RunningHome.start(
            "demo",
            scratch,
            home,
            "--keep",
            "--set",
            "org.marquetry.sandbox.core.customers=" + CUSTOMERS,
            "--set",
            "org.marquetry.sandbox.core.products=" + PRODUCTS);
    String shop = "{\"name\":\"Sample\",\"currency\":\"CNY\",\"zone\":\"Asia/Shanghai\"}";
    suite.until("set up", () -> suite.ask("PUT", "/settings/shop", shop).statusCode() == 200);
    return suite;
  }

  private static long told(RunningHome suite) throws Exception {
    Matcher events = EVENTS.matcher(suite.ask("GET", "/world").body());
    return events.find() ? Long.parseLong(events.group(1)) : 0;
  }

  private static boolean isLoaded(RunningHome suite) throws Exception {
    return LOADED.matcher(suite.ask("GET", "/jobs").body()).find();
  }

  private static LocalDate today(Path home) throws IOException {
    Matcher today = TODAY.matcher(Files.readString(home.resolve("data/sandbox/world.json")));
    assertTrue(today.find());
    return LocalDate.parse(today.group(1));
  }

  /// The ids of what happened before a moment, sorted.
  private static List<String> inJournal(Path home, Instant end) throws IOException {
    List<String> ids = new ArrayList<>();
    try (FileJournal journal =
        FileJournal.open(home.resolve("data/journal"), InstantSource.system())) {
      for (int partition = 0; partition < journal.partitions(); partition++) {
        for (long next = 0; next < journal.ends().get(partition); ) {
          List<JournalEntry> page = journal.replay(partition, next, 10_000);
          page.stream()
              .flatMap(entry -> entry.event().stream())
              .filter(event -> event.occurredAt().isBefore(end))
              .forEach(event -> ids.add(event.id()));
          next = page.getLast().offset() + 1;
        }
      }
    }
    ids.sort(null);
    return ids;
  }

  private static List<String> inWarehouse(Path home, Instant end) {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(home.resolve("data/warehouse"))) {
      List<String> ids =
          new ArrayList<>(
              warehouse.query(
                  "SELECT event_id FROM v1.events WHERE occurred_at < ?",
                  List.of(end),
                  row -> row.string("event_id")));
      ids.sort(null);
      return ids;
    }
  }
}
