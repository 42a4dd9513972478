package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.Event;

class WorldTest {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  static Setting setting(long seed, int customers, int products, String currency) {
    return new Setting(seed, customers, products, TODAY, ZoneId.of("Asia/Shanghai"), currency);
  }

  static void past(Setting setting, Consumer<Event> sink) {
    World world = new World(setting);
    while (world.day() < Setting.PAST) {
      world.live();
      world.take(world.season().start(world.day())).forEach(sink);
    }
  }

  private static int hash(Setting setting) {
    int[] hash = {0};
    past(setting, e -> hash[0] = 31 * hash[0] + EventJson.of(e).hashCode());
    return hash[0];
  }

  @Test
  void aSeedGivesTheSameEventsAndAnotherSeedOthers() {
    assertEquals(hash(setting(1, 200, 100, "CNY")), hash(setting(1, 200, 100, "CNY")));
    assertNotEquals(hash(setting(1, 200, 100, "CNY")), hash(setting(2, 200, 100, "CNY")));
  }

  @Test
  void eventsComeInOrderEachOnce() {
    Set<String> ids = new HashSet<>();
    Event[] last = {null};
    past(
        setting(3, 300, 100, "EUR"),
        e -> {
          assertTrue(last[0] == null || !e.occurredAt().isBefore(last[0].occurredAt()));
          assertTrue(ids.add(e.id()), e.id());
          last[0] = e;
        });
    assertTrue(ids.size() > 5_000, "events " + ids.size());
  }

  @Test
  void theShopHasItsRhythm() {
    Map<LocalDate, Integer> days = new HashMap<>();
    Map<String, Integer> types = new HashMap<>();
    Setting setting = setting(4, 2_000, 300, "JPY");
    past(
        setting,
        e -> {
          types.merge(e.type(), 1, Integer::sum);
          if (e.type().equals("ordered")) {
            days.merge(LocalDate.ofInstant(e.occurredAt(), setting.zone()), 1, Integer::sum);
          }
        });
    double back = (double) types.get("returned") / types.get("ordered");
    assertTrue(back > 0.01 && back < 0.1, "returned " + back);
    assertTrue(types.get("viewed") > 2 * types.get("ordered"), types.toString());
    double mean = days.values().stream().mapToInt(n -> n).average().orElseThrow();
    for (LocalDate sale : List.of(LocalDate.of(2025, 11, 11), LocalDate.of(2025, 11, 28))) {
      assertTrue(days.get(sale) > 2 * mean, sale + " " + days.get(sale) + ", mean " + mean);
    }
  }
}
