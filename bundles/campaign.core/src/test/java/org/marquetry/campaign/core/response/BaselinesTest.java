package org.marquetry.campaign.core.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.campaign.api.Economics;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class BaselinesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

  @TempDir Path folder;

  /// Two hundred people: one half orders every ten days, the other half ordered once, 400 days ago.
  @Test
  void whoStandsAlikeIsExpectedToOrderAlike() {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      TestShop shop = new TestShop(warehouse);
      for (int i = 0; i < 100; i++) {
        shop.order("once" + i, "once" + i, "p", 1, 1_000, ago(400));
        for (int day = i % 10 + 1; day <= 390; day += 10) {
          shop.order("o" + i + "-" + day, "often" + i, "p", 1, 1_000, ago(day - 0.5));
        }
      }
      shop.load();
      Baselines baselines = Baselines.of(warehouse, NOW, 30);
      assertTrue(baselines.isKnown());
      assertEquals(4, baselines.spans());
      assertEquals(3, baselines.orders(30, 5), 0.15);
      assertEquals(0, baselines.orders(1, 400), 0.1); // it leans a little on the others
      assertEquals(baselines.orders(1, 400), baselines.orders(0, 0));
      assertTrue(baselines.alive(30, 5).value() > 0.95);
      assertTrue(baselines.alive(1, 400).value() < 0.1);
      assertEquals(Origin.MEASURED, baselines.demand().origin());
      assertEquals(1.08, baselines.demand().value().high(), 0.01); // the spans are all alike
    }
  }

  private static Instant ago(double days) {
    return NOW.minus(Duration.ofMinutes((long) (days * 1_440)));
  }

  @Test
  void aYoungShopKnowsNothing() {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      TestShop shop = new TestShop(warehouse);
      for (int i = 0; i < 100; i++) {
        shop.order("o" + i, "c" + i, "p", 1, 1_000, ago(20));
      }
      shop.load();
      Baselines baselines = Baselines.of(warehouse, NOW, 30);
      assertFalse(baselines.isKnown());
      assertEquals(0, baselines.orders(1, 20));
      assertEquals(1, baselines.alive(1, 20).value());
      assertEquals(Economics.USUAL_DEMAND, baselines.demand());
    }
  }
}
