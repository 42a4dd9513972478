package org.marquetry.data.catalogue;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made anew when asked for, but not before it has rested: two seconds, and ten
/// times as long as it took to make. Safe for many threads; one makes it while the others wait.
final class Rested<T> {
  private static final long LEAST_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int TIMES = 10;

  private final Supplier<T> maker;
  private @Nullable T value; // guarded by this
  private long made; // guarded by this
  private long rest; // guarded by this

  Rested(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T known = value;
    long now = System.nanoTime();
    if (known != null && now - made < rest) {
      return known;
    }
    T fresh = maker.get();
    value = fresh;
    made = System.nanoTime();
    rest = Math.max(LEAST_NANOS, TIMES * (made - now));
    return fresh;
  }

  /// Make it anew at the next call.
  synchronized void forget() {
    value = null;
  }
}
