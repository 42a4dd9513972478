package org.marquetry.math.stats;

import java.util.Arrays;

/// Quantiles of a sample, by linear interpolation between order statistics (type 7 of R. J. Hyndman
/// and Y. Fan, 1996, the usual one of R, NumPy and spreadsheets).
public final class Quantiles {
  private final double[] sorted;

  private Quantiles(double[] sorted) {
    this.sorted = sorted;
  }

  /// Take a sample; it is copied and sorted.
  ///
  /// @throws IllegalArgumentException if the sample is empty or holds NaN
  public static Quantiles of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("values must not hold NaN");
    }
    return new Quantiles(sorted);
  }

  /// Return the value below which a share of the sample lies.
  ///
  /// @param share 0 (smallest) to 1 (largest)
  /// @throws IllegalArgumentException if the share is outside 0..1
  public double at(double share) {
    return ofSorted(sorted, share);
  }

  /// Return the median.
  public double median() {
    return at(0.5);
  }

  /// Return a quantile of an array that is sorted already, without copying it.
  ///
  /// @param share 0 to 1
  /// @throws IllegalArgumentException if the array is empty or the share is outside 0..1
  public static double ofSorted(double[] sorted, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0..1, got " + share);
    }
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    double position = share * (sorted.length - 1);
    int below = (int) position;
    double rest = position - below;
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }
}
