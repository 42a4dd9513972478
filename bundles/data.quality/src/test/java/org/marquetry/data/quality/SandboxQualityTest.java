package org.marquetry.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.sandbox.testing.SandboxShop;
import org.marquetry.sandbox.testing.WithSandbox;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
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

  private static Optional<Double> point(Measure measure, String rule, Instant now) {
    Check check = Checks.ALL.stream().filter(c -> c.id().equals(rule)).findFirst().orElseThrow();
    return measure.point(check, measure.day(now).orElseThrow()).map(Point::value);
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
    Event.Builder event =
        Event.builder(e.id(), e.type(), e.occurredAt())
            .receivedAt(at)
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
    return event.build();
  }
}
