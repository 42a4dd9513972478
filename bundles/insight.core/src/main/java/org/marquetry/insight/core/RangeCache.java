package org.marquetry.insight.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what past days came to: counting different orders and customers over months takes a second
/// in a large shop, and while events stream in nobody needs last year's days anew every second.
final class RangeCache {
  /// How old a count may be while events come.
  static final Duration FRESH = Duration.ofSeconds(20);

  private static final int MOST = 8;

  private final Map<Key, Entry> kept = new LinkedHashMap<>(16, 0.75f, true); // guarded by this

  /// What was counted.
  record Key(LocalDate from, LocalDate to, int secondsOfDay, String currency) {}

  private record Entry(Span span, Instant made, Counts.Range range) {}

  /// Return a count that no event came after, or that is fresh; else count.
  synchronized Counts.Range get(Key key, Span span, Instant now, Supplier<Counts.Range> count) {
    Entry entry = kept.get(key);
    if (entry == null || (!entry.span.equals(span) && !now.isBefore(entry.made.plus(FRESH)))) {
      entry = new Entry(span, now, count.get());
      kept.put(key, entry);
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return entry.range;
  }
}
