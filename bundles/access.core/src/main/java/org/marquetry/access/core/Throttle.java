package org.marquetry.access.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slow down those who guess: after some free failures each further one doubles the pause, up to
/// [#LONGEST].
///
/// A try counts as a failure from its beginning, so many at once gain nothing. Holds the last
/// 10,000 names or addresses. Safe for use by many threads.
final class Throttle {
  static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST = 10_000;

  private record Failures(int count, Instant last) {}

  private final InstantSource clock;
  private final int free;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST;
        }
      };

  /// @param free failures before the first pause
  Throttle(InstantSource clock, int free) {
    this.clock = clock;
    this.free = free;
  }

  /// The rest of the pause; empty: a try is allowed.
  synchronized Optional<Duration> pause(String who) {
    Failures known = failures.get(who);
    if (known == null) {
      return Optional.empty();
    }
    Duration since = Duration.between(known.last, clock.instant());
    if (since.compareTo(LONGEST) >= 0) {
      failures.remove(who);
      return Optional.empty();
    }
    Duration rest = length(known.count).minus(since);
    return rest.isPositive() ? Optional.of(rest) : Optional.empty();
  }

  /// Count a try that has begun.
  synchronized void begin(String who) {
    int count = failures.containsKey(who) ? failures.get(who).count : 0;
    failures.put(who, new Failures(count + 1, clock.instant()));
  }

  /// The try was right: forget all failures of this name.
  synchronized void clear(String who) {
    failures.remove(who);
  }

  /// The try was right: take only itself back, for an address that many share.
  synchronized void takeBack(String who) {
    failures.computeIfPresent(
        who, (w, f) -> f.count <= 1 ? null : new Failures(f.count - 1, f.last));
  }

  private Duration length(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(count - free, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
