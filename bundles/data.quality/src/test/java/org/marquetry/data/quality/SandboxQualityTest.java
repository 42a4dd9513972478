package org.marquetry.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.api.Quality.Rows;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.sandbox.testing.SandboxShop;
import org.marquetry.sandbox.testing.WithSandbox;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// What is planted in the synthetic shop is found, on the real warehouse, and nothing is made of
/// its past being told in one go.
@WithSandbox
final class SandboxQualityTest {
  private static final int PAGE = 20_000;

  @TempDir Path folder;
  private long next;

  @Test
  void plantedFaultsAreFoundAndThePastIsNotLate(SandboxShop shop) {
    Instant end = shop.today().atStartOfDay(shop.zone()).toInstant();
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      load(warehouse, shop.events(), end.plusSeconds(60));
      Measure measure = new Measure(warehouse, ZoneOf.utc(() -> end));
      assertEquals(Optional.empty(), point(measure, "late.day", end));
      for (String planted : List.of("duplicates.customers.email", "completeness.customers.city")) {
        double share = point(measure, planted, end).orElseThrow();
        assertTrue(share > 0 && share < 0.1, planted + " " + share);
      }
      Event view = shop.events(EventTypes.VIEWED).getLast();
      List<Event> lived = new ArrayList<>();
      for (int hour = 1; hour <= 100; hour++) {
        lived.add(again(view, "live" + hour, end.plus(Duration.ofHours(hour))));
      }
      load(warehouse, lived, end.plus(Duration.ofHours(100)));
      Optional<Double> late = point(measure, "late.day", end.plus(Duration.ofHours(100)));
      assertEquals(Optional.of(0.75), late); // of 100 hours, all but the last 25 came late
    }
  }

  /// Slips of the finger are a hundred times the units of a line; nobody takes more than three.
  @Test
  void plantedSlipsAreFoundAndLittleElse(SandboxShop shop) {
    List<Event> told = goodsAndOrders(shop);
    Set<String> slips =
        told.stream()
            .filter(e -> e.quantity().orElse(1) >= 100)
            .map(SandboxQualityTest::line)
            .collect(Collectors.toSet());
    assertTrue(slips.size() >= 10, "planted " + slips.size());
    Found found = found(shop, told, slips);
    assertTrue(found.recall() == 1 && found.precision() >= 0.95, found.toString());
  }

  @Test
  void cleanDataRaisesHardlyAnAlarm(SandboxShop shop) {
    List<Event> clean = clean(shop);
    Found found = found(shop, clean, Set.of());
    long lines = clean.stream().filter(SandboxQualityTest::isOrder).count();
    assertTrue(found.flagged() <= 0.0002 * lines, found + " of " + lines);
  }

  /// Points that stand one place or two too far, to either side, in one line of a hundred.
  @Test
  void pointsInTheWrongPlaceAreFound(SandboxShop shop) {
    Random random = new Random(5);
    Set<String> hundreds = new HashSet<>();
    Set<String> tens = new HashSet<>();
    List<Event> told = new ArrayList<>();
    for (Event event : clean(shop)) {
      if (!isOrder(event) || random.nextInt(100) > 0) {
        told.add(event);
        continue;
      }
      boolean two = random.nextBoolean();
      (two ? hundreds : tens).add(line(event));
      double factor = two ? 100 : 10;
      told.add(paid(event, random.nextBoolean() ? factor : 1 / factor));
    }
    Found far = found(shop, told, hundreds);
    Found near = found(shop, told, tens);
    assertTrue(hundreds.size() >= 25 && tens.size() >= 25, hundreds.size() + " " + tens.size());
    assertTrue(far.recall() >= 0.99, far.toString());
    assertTrue(near.recall() >= 0.85, near.toString());
    double precision = far.precision() + near.precision(); // of the same flags
    assertTrue(precision >= 0.95, far + " " + near);
  }

  /// What the rule found of what there was to find.
  ///
  /// @param hits flagged lines that are slips
  private record Found(int slips, int flagged, int hits) {
    double recall() {
      return hits / (double) slips;
    }

    double precision() {
      return hits / (double) flagged;
    }
  }

  /// All lines that the rule flags, month by month.
  private Found found(SandboxShop shop, List<Event> told, Set<String> slips) {
    Instant end = shop.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    Check check = check("outliers.amount");
    Set<String> flagged = new HashSet<>();
    Path place = folder.resolve("warehouse" + next);
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(place)) {
      load(warehouse, told, end);
      Measure measure = new Measure(warehouse, ZoneOf.utc(() -> end));
      for (int month = 0; month < 18; month++) {
        Rows rows = measure.rows(check, shop.today().minusDays(30L * month), 0, 1_000);
        assertEquals(rows.total(), rows.rows().size());
        rows.rows().forEach(row -> flagged.add(row.getFirst() + "/" + row.get(1)));
      }
    }
    int all = flagged.size();
    flagged.retainAll(slips);
    return new Found(slips.size(), all, flagged.size());
  }

  private static List<Event> goodsAndOrders(SandboxShop shop) {
    return shop.events().stream()
        .filter(e -> isOrder(e) || e.type().equals(EventTypes.PRODUCT_CHANGED))
        .toList();
  }

  private static List<Event> clean(SandboxShop shop) {
    return goodsAndOrders(shop).stream().filter(e -> e.quantity().orElse(1) < 100).toList();
  }

  private static boolean isOrder(Event event) {
    return event.type().equals(EventTypes.ORDERED);
  }

  private static String line(Event event) {
    return event.order().orElseThrow().value() + "/" + event.properties().get("line");
  }

  private static Event paid(Event event, double factor) {
    Money money = event.money().orElseThrow();
    long minor = Math.max(1, Math.round(money.minor() * factor));
    return event(event).money(new Money(minor, money.currency())).build();
  }

  private static Optional<Double> point(Measure measure, String rule, Instant now) {
    return measure.point(check(rule), measure.day(now).orElseThrow()).map(Point::value);
  }

  private static Check check(String rule) {
    return Checks.of(rule).orElseThrow();
  }

  private void load(DuckDbWarehouse warehouse, List<Event> events, Instant received) {
    EventLoader loader = new EventLoader(warehouse);
    for (int from = 0; from < events.size(); from += PAGE) {
      loader.accept(
          0,
          events.subList(from, Math.min(events.size(), from + PAGE)).stream()
              .map(e -> new JournalEntry(0, next++, Optional.of(received(e, received))))
              .toList());
    }
  }

  private static Event again(Event event, String id, Instant at) {
    return Event.builder(id, event.type(), at)
        .visitor(event.visitor().orElse(null))
        .site(event.site().orElse(null))
        .product(event.product().orElse(null))
        .build();
  }

  private static Event received(Event e, Instant at) {
    return event(e).receivedAt(at).build();
  }

  private static Event.Builder event(Event e) {
    Event.Builder event =
        Event.builder(e.id(), e.type(), e.occurredAt())
            .customer(e.customer().orElse(null))
            .visitor(e.visitor().orElse(null))
            .session(e.session().orElse(null))
            .site(e.site().orElse(null))
            .product(e.product().orElse(null))
            .order(e.order().orElse(null))
            .money(e.money().orElse(null))
            .decision(e.decision().orElse(null))
            .properties(e.properties());
    e.quantity().ifPresent(event::quantity);
    return event;
  }
}
