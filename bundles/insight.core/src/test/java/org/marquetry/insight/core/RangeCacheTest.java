package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RangeCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final RangeCache cache = new RangeCache();
  private final RangeCache.Key key = new RangeCache.Key(DAY, DAY, 86_400, "EUR");
  private int counted;

  @Test
  void aCountHoldsUntilEventsCameAndItIsOld() {
    RangeCache.Counted first = get(span(1), NOW);
    assertSame(first, get(span(1), NOW.plusSeconds(3_600)));
    assertEquals(Instant.MAX, first.until(span(1)));
    Instant old = first.until(span(2));
    assertSame(first, get(span(2), old.minusNanos(1)));
    assertEquals(1, counted);
    get(span(2), old);
    assertEquals(2, counted);
  }

  @Test
  void whatTakesLongIsNoOlderThanTwentySeconds() {
    assertFalse(get(span(1), NOW).until().isAfter(NOW.plus(RangeCache.OLDEST)));
  }

  private RangeCache.Counted get(Span span, Instant now) {
    return cache.get(
        key,
        span,
        now,
        () -> {
          counted++;
          return new Counts.Range(Map.of(), 0);
        });
  }

  private static Span span(long events) {
    Known known = new Known(Optional.of(NOW), Optional.of(NOW), new TreeMap<>());
    return new Span(events, known, known);
  }
}
