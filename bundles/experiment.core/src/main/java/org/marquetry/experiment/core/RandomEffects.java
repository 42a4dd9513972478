package org.marquetry.experiment.core;

import java.util.List;
import org.marquetry.math.stats.Estimate;
import org.marquetry.shop.api.Interval;

/// Pools estimates that differ by more than chance.
///
/// Source: DerSimonian and Laird, Meta-analysis in clinical trials, 1986.
final class RandomEffects {
  private RandomEffects() {}

  /// @param estimates at least two, each with a finite interval wider than 0
  static Estimate pool(List<Interval> estimates, double level) {
    double weights = 0;
    double squares = 0;
    double sum = 0;
    for (Interval e : estimates) {
      double w = 1 / error2(e);
      weights += w;
      squares += w * w;
      sum += w * e.estimate();
    }
    double fixed = sum / weights;
    double q = 0;
    for (Interval e : estimates) {
      q += (e.estimate() - fixed) * (e.estimate() - fixed) / error2(e);
    }
    double between = Math.max(0, (q - (estimates.size() - 1)) / (weights - squares / weights));
    weights = 0;
    sum = 0;
    for (Interval e : estimates) {
      double w = 1 / (error2(e) + between);
      weights += w;
      sum += w * e.estimate();
    }
    return Estimate.around(sum / weights, NormalReach.of(level) / Math.sqrt(weights), level);
  }

  private static double error2(Interval e) {
    double error = (e.high() - e.low()) / 2 / NormalReach.of(e.level());
    return error * error;
  }
}
