package org.marquetry.platform.time;

import java.time.Duration;

/// The one rule for periods.
final class Periods {
  private Periods() {}

  static void check(Duration period) {
    if (period.toMillis() < 1) {
      throw new IllegalArgumentException("period must be at least 1 ms, got " + period);
    }
  }
}
