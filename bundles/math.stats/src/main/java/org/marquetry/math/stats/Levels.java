package org.marquetry.math.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// Checks of levels, and the normal quantile behind every large-sample interval.
final class Levels {
  static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Levels() {}

  static double require(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, got " + level);
    }
    return level;
  }

  /// Return how many standard errors a two-sided normal interval reaches to each side.
  static double reach(double level) {
    return NORMAL.inverseSurvivalProbability((1 - require(level)) / 2);
  }

  /// Return the two-sided p-value of a standard normal statistic.
  static double twoSided(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }
}
