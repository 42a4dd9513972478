package org.marquetry.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Quality.Rows;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.data.api.Quality.State;
import org.marquetry.data.api.Quality.Unit;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// A shop whose faults are known, on the real stores; every figure is counted here by hand.
final class QualityTest {
  private static final Instant END = Instant.parse("2026-03-31T12:00:00Z");
  private static final ShopZone UTC = ZoneOf.utc(() -> END);

  @TempDir Path folder;
  private final List<String> acts = new ArrayList<>();
  private final Random random = new Random(7);
  private H2Databases databases;
  private DuckDbWarehouse warehouse;
  private MeasuredQuality quality;
  private MeasureJob job;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> END);
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    Book book = new Book(databases);
    quality =
        new MeasuredQuality(
            book,
            new AuditTo(act -> acts.add(act.action())),
            new JobsTo(JobRequest::kind),
            () -> END,
            UTC,
            warehouse);
    job = new MeasureJob(book, warehouse, UTC, () -> END);
  }

  @AfterEach
  void close() {
    warehouse.close();
    databases.close();
  }

  @Test
  void withoutDataNothingIsKnownAndNothingFails() {
    assertEquals(Map.of("rules", "0"), job.run(new QuietRun("all")));
    assertTrue(quality.rules().stream().allMatch(r -> r.state() == State.UNKNOWN));
    assertEquals(0, quality.rows("duplicates.orders", 0, 10).total());
  }

  @Test
  void everyFaultIsCountedAndLeadsToItsRows() {
    warehouse.load("shop", Map.of(), this::shop);
    job.run(new QuietRun("all"));
    rule("completeness.customers.email", 5, 100, State.ATTENTION);
    rule("completeness.products.title", 1, 21, State.GOOD);
    rule("duplicates.customers.email", 4, 95, State.ATTENTION);
    rule("duplicates.orders", 1, 304, State.GOOD);
    rule("cancellations.unmatched", 1, 3, State.BAD);
    rule("references.product", 2, 305, State.GOOD);
    rule("outliers.amount", 1, 305, State.GOOD);
    rule("bots.share", 30, 40, State.BAD);
    rule("late.day", 6, 21, State.BAD);
    for (Rule rule : quality.rules()) {
      Rows rows = quality.rows(rule.id(), 0, 200);
      if (rule.unit() == Unit.SHARE) {
        assertEquals(rule.count(), rows.total(), rule.id());
      }
      rows.rows().forEach(r -> assertEquals(rows.columns().size(), r.size()));
    }
    assertEquals("odd", quality.rows("outliers.amount", 0, 1).rows().getFirst().getFirst());
    assertEquals("again", quality.rows("duplicates.orders", 0, 1).rows().getFirst().getFirst());
    assertEquals(
        List.of("lost"),
        quality.rows("cancellations.unmatched", 0, 9).rows().stream().map(r -> r.get(5)).toList());
  }

  /// A past that is loaded when a feed begins came as early as it could; from then on a day counts.
  @Test
  void aPastThatIsLoadedIsNotLateAndWhatStaysOutLaterIs() {
    warehouse.load(
        "past",
        Map.of(),
        sink -> {
          for (int i = 0; i < 30; i++) { // 29 days ago until now, told from two days ago on
            Instant at = END.minus(Duration.ofDays(29 - i));
            Map<String, @Nullable Object> event = event("past" + i, "viewed", at);
            event.put("site", i % 2 == 0 ? "a" : null);
            event.put("part", 0);
            event.put("off", (long) i);
            event.put("received_at", i < 28 ? END.minus(Duration.ofDays(2)) : at);
            sink.add("events", event);
          }
          Map<String, @Nullable Object> late =
              event("late", "viewed", END.minus(Duration.ofHours(47)));
          late.put("part", 0);
          late.put("off", 30L);
          late.put("received_at", END);
          sink.add("events", late);
        });
    job.run(new QuietRun("all"));
    // Days 27 (no site) and 28 (site a) happened as their feeds began or later, and so did 29.
    rule("late.day", 1, 4, State.BAD);
    assertEquals(List.of("late"), firsts("late.day"));
  }

  private List<String> firsts(String rule) {
    return quality.rows(rule, 0, 9).rows().stream().map(List::getFirst).toList();
  }

  @Test
  void aMixThatChangesDriftsAndOneThatStaysDoesNot() {
    warehouse.load(
        "mix",
        Map.of(),
        sink -> {
          for (int day = 0; day < 35; day++) {
            for (int i = 0; i < 20; i++) {
              String type = day < 7 && i < 10 ? "searched" : i < 2 ? "searched" : "viewed";
              Map<String, @Nullable Object> event =
                  event("m" + day + "-" + i, type, END.minus(Duration.ofDays(day)));
              event.put("site", i % 2 == 0 ? "a" : "b");
              sink.add("events", event);
            }
          }
        });
    job.run(new QuietRun("all"));
    Rule types = quality.rule("drift.event_type").orElseThrow();
    double expected = (0.5 - 0.1) * Math.log(0.5 / 0.1) + (0.5 - 0.9) * Math.log(0.5 / 0.9);
    assertEquals(expected, types.value().orElseThrow(), 1e-9);
    assertEquals(State.BAD, types.state());
    assertEquals(0, quality.rule("drift.site").orElseThrow().value().orElseThrow(), 1e-9);
    Rows bins = quality.rows("drift.event_type", 0, 10);
    assertEquals(List.of("searched", "70", "56", "0.5", "0.1", "0.6438"), bins.rows().getFirst());
    assertTrue(quality.trend("drift.event_type").size() >= 1);
  }

  @Test
  void aSilentRuleIsNotBadUntilItsDayAndItsHistoryStays() {
    warehouse.load("shop", Map.of(), this::shop);
    job.run(new QuietRun("all"));
    quality.silence("bots.share", " a price comparison visits ", UTC.today().plusDays(3));
    Rule rule = quality.rule("bots.share").orElseThrow();
    assertEquals(State.SILENT, rule.state());
    assertEquals("a price comparison visits", rule.silence().orElseThrow().reason());
    quality.speak("bots.share");
    assertEquals(State.BAD, quality.rule("bots.share").orElseThrow().state());
    assertTrue(quality.silences("bots.share").getFirst().endedAt().isPresent());
    assertEquals(List.of("quality.silence", "quality.speak"), acts);
    assertThrows(IllegalArgumentException.class, () -> quality.speak("bots.share"));
    assertThrows(
        IllegalArgumentException.class, () -> quality.silence("bots.share", "x", UTC.today()));
    assertThrows(
        IllegalArgumentException.class,
        () -> quality.silence("bots.share", " ", UTC.today().plusDays(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> quality.silence("no.rule", "x", UTC.today().plusDays(1)));
  }

  @Test
  void whatIsCancelledKeepsNothing() {
    warehouse.load("shop", Map.of(), this::shop);
    assertThrows(JobStopped.class, () -> job.run(new QuietRun("all", Map.of(), true)));
    assertTrue(quality.rules().stream().allMatch(r -> r.state() == State.UNKNOWN));
  }

  private void rule(String id, long count, long of, State state) {
    Rule rule = quality.rule(id).orElseThrow();
    assertEquals(count + " of " + of, rule.count() + " of " + rule.of(), id);
    assertEquals(state, rule.state(), id);
  }

  private void shop(BatchSink sink) {
    for (int c = 0; c < 100; c++) {
      Map<String, @Nullable Object> customer = new HashMap<>();
      customer.put("customer_id", "c" + c);
      // 5 have no address; two pairs share one, but for case
      customer.put(
          "email",
          c < 5
              ? null
              : c < 7
                  ? (c == 5 ? "A@x.example" : "a@x.example ")
                  : c < 9 ? "b@x.example" : "c" + c + "@x.example");
      sink.add("customers", customer);
    }
    for (int p = 0; p < 20; p++) {
      sink.add(
          "products",
          Map.of("product_id", "p" + p, "title", "Tea " + p, "category", "Tea", "brand", "b"));
    }
    for (int o = 0; o < 300; o++) {
      order(
          sink,
          "o" + o,
          "c" + o % 100,
          "p" + o % 20,
          2_000 + random.nextInt(8_000),
          END.minus(Duration.ofHours(o)));
    }
    order(sink, "odd", "c1", "p1", 90_000_000, END.minus(Duration.ofHours(3)));
    order(sink, "twice", "c2", "p2", 1_234, END.minus(Duration.ofHours(5)));
    order(sink, "again", "c2", "p2", 1_234, END.minus(Duration.ofHours(5)).plusSeconds(60));
    order(sink, "unknown", "c3", "p99", 5_000, END.minus(Duration.ofHours(6)));
    Map<String, @Nullable Object> second =
        event("unknown2", "ordered", END.minus(Duration.ofHours(400)));
    second.put("order_id", "unknown");
    second.put("line", 2);
    second.put("product_id", "p99");
    second.put("amount_minor", 5_000L);
    second.put("currency", "EUR");
    sink.add("events", second);
    for (String order : List.of("o1", "o2", "lost")) {
      Map<String, @Nullable Object> cancelled = event("x" + order, "cancelled", END);
      cancelled.put("order_id", order);
      sink.add("events", cancelled);
    }
    for (int i = 0; i < 40; i++) {
      Map<String, @Nullable Object> seen = event("v" + i, "viewed", END.minusSeconds(i));
      seen.put("bot_probability", i < 30 ? 0.9 : 0.1);
      if (i < 20) {
        seen.put("part", 0);
        seen.put("off", (long) i);
        seen.put("received_at", i < 6 ? END.plus(Duration.ofDays(2)) : END);
      }
      sink.add("events", seen);
    }
    Map<String, @Nullable Object> first = event("vFirst", "viewed", END.minus(Duration.ofDays(9)));
    first.put("part", 1);
    first.put("off", 0L);
    first.put("received_at", END.minus(Duration.ofDays(9)));
    sink.add("events", first);
  }

  private static void order(
      BatchSink sink, String order, String customer, String product, long amount, Instant at) {
    Map<String, @Nullable Object> event = event("e" + order, "ordered", at);
    event.put("order_id", order);
    event.put("line", 1);
    event.put("customer_id", customer);
    event.put("product_id", product);
    event.put("amount_minor", amount);
    event.put("currency", "EUR");
    sink.add("events", event);
  }

  private static Map<String, @Nullable Object> event(String id, String type, Instant at) {
    Map<String, @Nullable Object> event = new HashMap<>();
    event.put("event_id", id);
    event.put("type", type);
    event.put("occurred_at", at);
    return event;
  }
}
