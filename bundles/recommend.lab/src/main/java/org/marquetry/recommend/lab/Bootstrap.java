package org.marquetry.recommend.lab;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.marquetry.shop.api.Interval;

/// Intervals over users by the percentile bootstrap.
///
/// Source: Efron, Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
final class Bootstrap {
  private static final int DRAWS = 1000;
  private static final double LEVEL = 0.95;

  private Bootstrap() {}

  /// @param values one per user, at least one
  static Interval ofMean(double[] values, long seed) {
    return of(
        Arrays.stream(values).average().orElseThrow(),
        seed,
        random -> {
          double sum = 0;
          for (int k = 0; k < values.length; k++) {
            sum += values[random.nextInt(values.length)];
          }
          return sum / values.length;
        });
  }

  /// @param estimate of all users
  /// @param draw the same of users drawn with replacement
  static Interval of(double estimate, long seed, ToDoubleFunction<SplittableRandom> draw) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      draws[d] = draw.applyAsDouble(random);
    }
    Arrays.sort(draws);
    double low = draws[(int) (DRAWS * (1 - LEVEL) / 2)];
    double high = draws[(int) (DRAWS * (1 + LEVEL) / 2)];
    return new Interval(estimate, Math.min(low, estimate), Math.max(high, estimate), LEVEL);
  }
}
