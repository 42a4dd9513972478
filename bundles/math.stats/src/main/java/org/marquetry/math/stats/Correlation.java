package org.marquetry.math.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Pearson's correlation of two columns, with the test of no correlation.
///
/// @param coefficient -1 to 1; NaN when a column does not vary or there are fewer than two rows
/// @param p two-sided p-value; NaN below three rows or when the coefficient is NaN
/// @param count number of rows
public record Correlation(double coefficient, double p, long count) {
  /// Correlate two columns.
  ///
  /// @throws IllegalArgumentException if the columns differ in length
  public static Correlation of(double[] left, double[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "columns must have one length, got " + left.length + " and " + right.length);
    }
    double meanLeft = Moments.of(left).mean();
    double meanRight = Moments.of(right).mean();
    double product = 0;
    double squaresLeft = 0;
    double squaresRight = 0;
    for (int i = 0; i < left.length; i++) {
      double l = left[i] - meanLeft;
      double r = right[i] - meanRight;
      product += l * r;
      squaresLeft += l * l;
      squaresRight += r * r;
    }
    double scale = Math.sqrt(squaresLeft) * Math.sqrt(squaresRight);
    double coefficient = scale > 0 ? Math.clamp(product / scale, -1, 1) : Double.NaN;
    return new Correlation(coefficient, p(coefficient, left.length), left.length);
  }

  private static double p(double coefficient, int count) {
    if (Double.isNaN(coefficient) || count < 3) {
      return Double.NaN;
    }
    double t = coefficient * Math.sqrt((count - 2) / (1 - coefficient * coefficient));
    return Math.abs(coefficient) == 1
        ? 0
        : 2 * TDistribution.of(count - 2).survivalProbability(Math.abs(t));
  }
}
