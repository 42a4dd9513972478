package org.marquetry.experiment.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The periods of one comparison: during, before, and before that.
///
/// @param earlier start of the period before `before`; equals `before` when the data do not reach
///   that far
/// @param scale length of `during` as a share of the length of `before`
record Windows(Instant earlier, Instant before, Instant start, Instant end, double scale) {
  private static final Duration SHORTEST_BEFORE = Duration.ofDays(14);

  /// Lay the periods out.
  ///
  /// @param first when the shop's orders begin
  /// @return empty when less than two weeks of orders lie before the start
  static Optional<Windows> of(Instant first, Instant start, Instant end) {
    Duration during = Duration.between(start, end);
    Duration known = Duration.between(first, start);
    Duration length = during.compareTo(known) < 0 ? during : known;
    if (length.compareTo(SHORTEST_BEFORE) < 0) {
      return Optional.empty();
    }
    Instant before = start.minus(length);
    Instant earlier = before.minus(length);
    double scale = (double) during.toSeconds() / length.toSeconds();
    return Optional.of(
        new Windows(earlier.isBefore(first) ? before : earlier, before, start, end, scale));
  }
}
