package org.marquetry.ui.sandbox.reveal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.sandbox.testing.SandboxShop;
import org.marquetry.sandbox.testing.WithSandbox;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.ui.sandbox.reveal.MeasuredReactions.Reactions;
import org.marquetry.ui.sandbox.reveal.MeasuredReactions.Share;
import org.marquetry.ui.sandbox.reveal.ShopTruth.Line;
import org.marquetry.ui.sandbox.reveal.ShopTruth.Whole;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// On a real warehouse with the synthetic shop in it.
@WithSandbox
class ShopTruthTest {
  @TempDir Path folder;

  @Test
  void measuredReactionsAddUpAndLieNearTheTruth(SandboxShop shop) {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      load(warehouse, shop.events());
      ShopZone zone = new ZoneOf(shop.zone(), () -> shop.events().getLast().occurredAt());
      MeasuredReactions measured = new MeasuredReactions(warehouse, zone);
      long sent = shop.events(EventTypes.SENT).size();
      for (Aspect aspect : Aspect.values()) {
        Map<String, Reactions> by = measured.by(aspect);
        assertEquals(
            sent, by.values().stream().mapToLong(r -> r.opened().of()).sum(), aspect.name());
      }
      Whole whole = new ShopTruth(shop.truth(), measured).whole().orElseThrow();
      assertEquals(2_000, whole.customers());
      assertTrue(whole.mayCome() > 200 && whole.mayCome() < 2_000, "may come " + whole.mayCome());
      assertEquals(-2, whole.elasticity(), 0.1); // the model's mean
      List<Line> elements = whole.reactions().getOrDefault(Aspect.ELEMENT, List.of());
      assertEquals(Aspect.ELEMENT.choices(), elements.stream().map(Line::value).toList());
      for (Line line : elements) {
        double seen = line.seen().orElseThrow().opened().value();
        assertEquals(line.open(), seen, 0.12, line.toString()); // other hours, other weariness
      }
      assertTrue(
          whole.reactions().getOrDefault(Aspect.OFFER, List.of()).stream()
              .filter(line -> line.value().equals("0.3"))
              .allMatch(line -> line.seen().isPresent()));
    }
  }

  @Test
  void anIntervalHoldsItsShare() {
    Share share = new Share(30, 100);
    assertEquals(0.3, share.value());
    assertEquals(0.2189, share.low(), 1e-4); // Wilson, as published tables have it
    assertEquals(0.3958, share.high(), 1e-4);
    assertEquals(0, new Share(0, 10).low(), 1e-12);
  }

  private static void load(DuckDbWarehouse warehouse, List<Event> events) {
    EventLoader loader = new EventLoader(warehouse);
    List<JournalEntry> entries = new ArrayList<>();
    for (Event event : events) {
      entries.add(new JournalEntry(0, entries.size(), Optional.of(event)));
    }
    loader.accept(0, entries);
  }
}
