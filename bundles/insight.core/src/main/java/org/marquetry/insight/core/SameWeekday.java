package org.marquetry.insight.core;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.marquetry.insight.api.Comparison;
import org.marquetry.math.stats.Moments;

/// Compares a day with the same weekday of the weeks before, by the rule that [Comparison] states.
final class SameWeekday {
  /// Weeks that are looked at.
  static final int WEEKS = 8;

  private static final int FEWEST = 4;
  private static final double LEVEL = 0.05;
  private static final int MOST = 10_000;

  private final Moments before;
  private final boolean counts;

  /// @param counts whether the figure is a count, which varies at least as independent arrivals do
  SameWeekday(boolean counts, double... before) {
    this.before = Moments.of(before);
    this.counts = counts;
  }

  /// Mean of the days before; empty below four.
  OptionalDouble mean() {
    return before.count() < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(before.mean());
  }

  /// Compare; empty when that cannot be judged.
  Optional<Comparison> compare(double value) {
    if (before.count() < FEWEST) {
      return Optional.empty();
    }
    double variance = counts ? Math.max(before.variance(), before.mean()) : before.variance();
    double distance = Math.abs(value - before.mean());
    if (variance == 0 && distance > 0) {
      return Optional.empty();
    }
    double error = Math.sqrt(variance * (1 + 1.0 / before.count()));
    double p =
        distance == 0
            ? 1
            : 2 * TDistribution.of(before.count() - 1.0).survivalProbability(distance / error);
    return Optional.of(
        new Comparison(
            (int) before.count(),
            before.mean(),
            p,
            p < LEVEL,
            (int) Math.max(1, Math.min(MOST, Math.round(1 / Math.max(p, 1.0 / MOST))))));
  }
}
