package org.marquetry.recommend.lab;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.marquetry.shop.api.Interval;

/// Interval of a mean over users by the percentile bootstrap.
///
/// Source: Efron, Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final double LEVEL = 0.95;

  private Bootstrap() {}

  /// @param values one per user, at least one
  static Interval ofMean(double[] values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += values[random.nextInt(values.length)];
      }
      means[d] = sum / values.length;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(values).average().orElseThrow();
    double low = means[(int) (DRAWS * (1 - LEVEL) / 2)];
    double high = means[(int) (DRAWS * (1 + LEVEL) / 2)];
    return new Interval(mean, Math.min(low, mean), Math.max(high, mean), LEVEL);
  }
}
