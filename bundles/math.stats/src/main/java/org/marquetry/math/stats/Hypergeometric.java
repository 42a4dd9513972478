package org.marquetry.math.stats;

/// Gauss' hypergeometric function 2F1.
public final class Hypergeometric {
  private static final int MAX_TERMS = 1_000_000;

  private Hypergeometric() {}

  /// Sum the power series of `2F1(a, b; c; z)`.
  ///
  /// Relative error about 1e-14 when all terms have one sign. The number of terms grows as `1 / (1
  /// - z)`: some ten for z = 0.3, some thousand for z = 0.99.
  ///
  /// @param c greater than 0
  /// @param z 0 (included) to 1 (excluded)
  /// @throws IllegalArgumentException if `c` or `z` is out of its range
  /// @throws ArithmeticException if the series does not settle in a million terms
  public static double gauss(double a, double b, double c, double z) {
    if (!(c > 0)) {
      throw new IllegalArgumentException("c must be > 0, got " + c);
    }
    if (!(z >= 0 && z < 1)) {
      throw new IllegalArgumentException("z must be 0 <= z < 1, got " + z);
    }
    double sum = 1;
    double term = 1;
    for (int n = 0; n < MAX_TERMS; n++) {
      double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      term *= ratio;
      sum += term;
      if (Math.abs(ratio) < 1 && Math.abs(term) <= 1e-16 * (1 - Math.abs(ratio)) * Math.abs(sum)) {
        return sum;
      }
    }
    throw new ArithmeticException(
        "2F1(%s, %s; %s; %s) does not settle in %d terms".formatted(a, b, c, z, MAX_TERMS));
  }
}
