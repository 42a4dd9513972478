package org.marquetry.insight.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Keeps what past days came to: counting different orders and customers over months takes a second
/// in a large shop, and while events stream in nobody needs last year's days anew every second. A
/// tenth of the time at most goes into counting them.
final class RangeCache {
  /// How old a count may be at most while events come.
  static final Duration OLDEST = Duration.ofSeconds(20);

  private static final int MOST = 8;
  private static final int TIMES = 10;

  private final Map<Key, Counted> kept = new LinkedHashMap<>(16, 0.75f, true); // guarded by this

  /// What was counted.
  record Key(LocalDate from, LocalDate to, int secondsOfDay, String currency) {}

  /// A count.
  ///
  /// @param span the events that were there
  /// @param until when it is counted anew, if events came
  record Counted(Span span, Instant until, Counts.Range range) {
    /// When what was made of this is old: never, unless events came.
    Instant until(Span now) {
      return span.equals(now) ? Instant.MAX : until;
    }
  }

  /// Return a count that no event came after, or that is fresh; else count.
  synchronized Counted get(Key key, Span span, Instant now, Supplier<Counts.Range> count) {
    Counted counted = kept.get(key);
    if (counted == null || !now.isBefore(counted.until(span))) {
      long start = System.nanoTime();
      Counts.Range range = count.get();
      Duration fresh = Duration.ofNanos((System.nanoTime() - start) * TIMES);
      counted = new Counted(span, now.plus(fresh.compareTo(OLDEST) > 0 ? OLDEST : fresh), range);
      kept.put(key, counted);
      if (kept.size() > MOST) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return counted;
  }
}
