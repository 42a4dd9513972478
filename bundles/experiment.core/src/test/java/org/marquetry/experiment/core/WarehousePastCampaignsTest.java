package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.experiment.api.PastEffect;
import org.marquetry.experiment.api.PastEffect.Caveat;
import org.marquetry.experiment.api.PastEffect.Estimated;
import org.marquetry.experiment.api.PastEffect.Gap;
import org.marquetry.experiment.api.PastEffect.Unknown;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// A shop of 600 customers over 120 days; its campaign on days 60 to 90 makes each member spend
/// 4.00 more.
class WarehousePastCampaignsTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final double TRUE_EFFECT = 400;
  private final long seed = Long.getLong("tests.seed", 20_260_107L);

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;
  private WarehousePastCampaigns past;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    past = new WarehousePastCampaigns(warehouse);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void theEffectOfACampaignIsFoundWithItsWarnings() {
    shop().load();
    List<PastEffect> effects = past.effects(0.95);
    Estimated main = assertInstanceOf(Estimated.class, effects.getFirst());
    assertEquals("spring", main.campaign().id().value());
    assertTrue(main.effect().holds(TRUE_EFFECT), () -> main + ", seed " + seed);
    assertTrue(main.effect().low() > 0, () -> main + ", seed " + seed);
    assertTrue(main.placebo().orElseThrow().holds(0), () -> main + ", seed " + seed);
    assertEquals(Optional.of(2L), main.responders());
    assertTrue(main.caveats().contains(Caveat.NOT_RANDOM));
    assertTrue(main.comparison() > 100, main.toString());
    Unknown tiny = assertInstanceOf(Unknown.class, effects.get(1));
    assertEquals(Gap.TOO_FEW_MEMBERS, tiny.reason());
    assertTrue(past.pooled(effects, 0.95).isEmpty(), "one estimate is not pooled");
  }

  @Test
  void baselinesComeFromTheLastDays() {
    new TestShop(warehouse)
        .order("o1", "a", "p", 1, 1_000, FIRST)
        .order("o2", "b", "p", 1, 500, FIRST.plus(Duration.ofDays(40)))
        .order("o3", "c", "p", 1, 300, FIRST.plus(Duration.ofDays(41)))
        .order("o4", "d", "p", 1, 900, FIRST.plus(Duration.ofDays(2)))
        .load();
    assertEquals(0.5, past.ordering(30).orElseThrow().rate(), 1e-12); // b and c of four
    assertEquals(200, past.spend(30).orElseThrow().mean(), 1e-12);
    assertTrue(past.ordering(60).isEmpty(), "all ordered");
  }

  @Test
  void aShopWithoutCampaignsOrOrdersHasNoEffects() {
    assertTrue(past.effects(0.95).isEmpty());
    assertTrue(past.spend(30).isEmpty());
    assertTrue(past.ordering(30).isEmpty());
  }

  private TestShop shop() {
    Random random = new Random(seed);
    TestShop shop = new TestShop(warehouse);
    shop.campaign("spring", "Spring", "A", day(60), day(90));
    shop.campaign("tiny", "Tiny", "B", day(95), day(110));
    int order = 0;
    for (int c = 0; c < 600; c++) {
      String customer = "c" + c;
      double rate = 0.05 + 0.1 * random.nextDouble(); // orders a day
      boolean member = random.nextDouble() < 2 * rate;
      if (member) {
        shop.member("spring", customer, null, day(60));
      }
      for (int d = 0; d < 120; d++) {
        if (random.nextDouble() < rate) {
          long amount = 200L + random.nextInt(400);
          shop.order("o" + order++, customer, "p", 1, amount, day(d).plusSeconds(c));
        }
      }
      if (member) {
        shop.order(
            "o" + order++, customer, "p", 1, (long) TRUE_EFFECT, day(65 + random.nextInt(20)));
      }
    }
    for (String customer : List.of("c1", "c1", "c2")) {
      shop.event(
          "redeemed", customer, null, day(70), Map.of("properties", "{\"campaignId\":\"spring\"}"));
    }
    return shop.member("tiny", "c3", null, day(95));
  }

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }
}
