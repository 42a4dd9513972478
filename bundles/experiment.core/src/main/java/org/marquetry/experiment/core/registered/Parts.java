package org.marquetry.experiment.core.registered;

import java.time.Duration;
import java.time.Instant;
import org.marquetry.experiment.api.Split;

/// Into which part of a split somebody belongs.
final class Parts {
  /// The part of those who did nothing before the start, in every split.
  static final String NONE = "none";

  private static final Duration RECENT = Duration.ofDays(30);

  private Parts() {}

  /// @param orders at least 1
  /// @param last when the last of them was
  static String of(Split split, Instant start, long orders, Instant last) {
    return switch (split) {
      case ORDERS -> orders == 1 ? "one" : "more";
      case LAST_ORDER -> last.isBefore(start.minus(RECENT)) ? "earlier" : "recent";
    };
  }
}
