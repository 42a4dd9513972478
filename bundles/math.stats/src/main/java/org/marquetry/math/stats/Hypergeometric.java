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
  /// @param c neither 0 nor a negative whole number
  /// @param z 0 (included) to 1 (excluded)
  /// @throws IllegalArgumentException if `c` or `z` is out of its range
  /// @throws ArithmeticException if the series does not settle in a million terms
  public static double gauss(double a, double b, double c, double z) {
    if (c <= 0 && c == Math.rint(c)) {
      throw new IllegalArgumentException("c must not be 0, -1, -2, ..., got " + c);
    }
    requireArgument(z);
    double sum = 1;
    double term = 1;
    for (int n = 0; n < MAX_TERMS; n++) {
      double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      term *= ratio;
      sum += term;
      if (settled(term, ratio, sum)) {
        return sum;
      }
    }
    throw unsettled(a, b, c, z);
  }

  /// Sum the same series and return its logarithm: never overflows, however large the sum. Terms
  /// first grow when `a + b > c`: their number is then about `(a + b - c) / (1 - z)` more.
  ///
  /// @param a greater than 0
  /// @param b greater than 0
  /// @param c greater than 0
  /// @param z 0 (included) to 1 (excluded)
  /// @throws IllegalArgumentException if a parameter is out of its range
  /// @throws ArithmeticException if the series does not settle in a million terms
  public static double logGauss(double a, double b, double c, double z) {
    if (!(a > 0 && b > 0 && c > 0)) {
      throw new IllegalArgumentException(
          "a, b and c must be > 0, got " + a + ", " + b + " and " + c);
    }
    requireArgument(z);
    double sum = 1;
    double term = 1;
    double shift = 0;
    for (int n = 0; n < MAX_TERMS; n++) {
      double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      term *= ratio;
      sum += term;
      if (settled(term, ratio, sum)) {
        return Math.log(sum) + shift;
      }
      if (sum > 1e200) {
        shift += Math.log(sum);
        term /= sum;
        sum = 1;
      }
    }
    throw unsettled(a, b, c, z);
  }

  private static boolean settled(double term, double ratio, double sum) {
    double rest = 1 - Math.abs(ratio);
    return rest > 0 && Math.abs(term) <= 1e-16 * rest * Math.abs(sum);
  }

  private static void requireArgument(double z) {
    if (!(z >= 0 && z < 1)) {
      throw new IllegalArgumentException("z must be 0 <= z < 1, got " + z);
    }
  }

  private static ArithmeticException unsettled(double a, double b, double c, double z) {
    return new ArithmeticException(
        "2F1(%s, %s; %s; %s) does not settle in %d terms".formatted(a, b, c, z, MAX_TERMS));
  }
}
