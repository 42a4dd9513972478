package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.marquetry.lib.json.Json;

class DemoHistoryTest {
  private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static List<DemoEvent> history(long seed, String currency) {
    return new DemoHistory(seed, 300, END, currency, ZONE).events();
  }

  private static String text(List<DemoEvent> events) {
    return Json.write(events.stream().map(DemoEvent::json).toList());
  }

  @Test
  void aSeedGivesTheSameEventsAndAnotherSeedOthers() {
    String once = text(history(1, "CNY"));
    assertEquals(once, text(history(1, "CNY")));
    assertNotEquals(once, text(history(2, "CNY")));
    assertTrue(once.contains("连衣裙") && !text(history(1, "EUR")).contains("连衣裙"));
  }

  @Test
  void eventsComeInOrderEachOnceAndBeforeTheEnd() {
    Instant last = Instant.MIN;
    Set<Object> ids = new HashSet<>();
    for (DemoEvent event : history(3, "EUR")) {
      assertTrue(!event.at.isBefore(last) && event.at.isBefore(END));
      assertTrue(ids.add(event.json().get("id")));
      last = event.at;
    }
  }

  @Test
  void theShopHasItsRhythmAndWhatWasOrderedComesBackAtTimes() {
    List<DemoEvent> events = new DemoHistory(4, 1_500, END, "JPY", ZONE).events();
    Map<Object, Long> types =
        events.stream()
            .collect(Collectors.groupingBy(e -> e.json().get("type"), Collectors.counting()));
    double back = (double) types.get("returned") / types.get("ordered");
    assertTrue(back > 0.02 && back < 0.1, "returned " + back);
    assertTrue(types.get("viewed") > 2 * types.get("ordered"), types.toString());
    Map<LocalDate, Long> days =
        events.stream()
            .filter(e -> e.json().get("type").equals("ordered"))
            .collect(
                Collectors.groupingBy(e -> LocalDate.ofInstant(e.at, ZONE), Collectors.counting()));
    double mean = days.values().stream().mapToLong(n -> n).average().orElseThrow();
    assertTrue(
        days.get(LocalDate.of(2025, 11, 11)) > 2 * mean,
        "sale day " + days.get(LocalDate.of(2025, 11, 11)) + ", mean " + mean);
  }
}
