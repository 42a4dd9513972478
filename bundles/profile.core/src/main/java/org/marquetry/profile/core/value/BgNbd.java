package org.marquetry.profile.core.value;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.marquetry.math.stats.Hypergeometric;

/// BG/NBD: customers buy at random times, each at an own rate, and each stops for good after a
/// purchase with an own probability.
///
/// Rates are gamma distributed (shape `r`, rate `alpha` in the caller's time unit), stopping
/// probabilities beta distributed (`a`, `b`). A history is `x` repeat purchases, the last `tx`
/// after the first, seen for `age` after the first, all times in one unit, `0 <= tx <= age`, and
/// `tx = 0` exactly when `x = 0`. Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting
/// Your Customers" the Easy Way, Marketing Science, 2005.
///
/// @param r shape of the purchase rates, greater than 0
/// @param alpha their scale parameter, greater than 0, in time units
/// @param a first parameter of stopping, greater than 0
/// @param b second parameter of stopping, greater than 0
public record BgNbd(double r, double alpha, double a, double b) {
  private static final double NEAR_ONE = 1e-4;

  /// Check the parameters.
  ///
  /// @throws IllegalArgumentException if one is not greater than 0 and finite
  public BgNbd {
    require("r", r);
    require("alpha", alpha);
    require("a", a);
    require("b", b);
  }

  /// Return the logarithm of the likelihood of one history, exact and without overflow.
  public double logLikelihood(int x, double tx, double age) {
    double rate = LogGamma.value(r + x) - LogGamma.value(r) + r * Math.log(alpha);
    double staying = LogBeta.value(a, b + x) - LogBeta.value(a, b);
    double alive = -(r + x) * Math.log(alpha + age);
    if (x == 0) {
      return rate + alive;
    }
    double gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + tx);
    return rate + staying + logSum(alive, gone);
  }

  /// Return the probability that the customer has not stopped.
  ///
  /// The model lets nobody stop before the first repeat purchase: 1 for `x = 0`.
  public double probabilityAlive(int x, double tx, double age) {
    if (x == 0) {
      return 1;
    }
    double odds =
        Math.log(a / (b + x - 1)) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + tx));
    return 1 / (1 + Math.exp(odds));
  }

  /// Return the expected number of purchases in the next `ahead` time units.
  public double expectedPurchases(int x, double tx, double age, double ahead) {
    return probabilityAlive(x, tx, age) * expectedWhileAlive(x, age, ahead);
  }

  /// Return the same for a customer known not to have stopped; depends on the last purchase no
  /// more.
  public double expectedWhileAlive(int x, double age, double ahead) {
    if (ahead <= 0) {
      return 0;
    }
    boolean nearPole = Math.abs(a - 1) < NEAR_ONE || (x == 0 && Math.abs(a + b - 1) < NEAR_ONE);
    double value =
        nearPole
            ? (whileAlive(a + 2 * NEAR_ONE, x, age, ahead)
                    + whileAlive(a - 2 * NEAR_ONE, x, age, ahead))
                / 2
            : whileAlive(a, x, age, ahead);
    return Math.max(0, value);
  }

  private double whileAlive(double stop, int x, double age, double ahead) {
    double z = ahead / (alpha + age + ahead);
    double logRest = Math.log(alpha + age) - Math.log(alpha + age + ahead);
    double c = stop + b + x - 1;
    double factor =
        stop >= 1
            ? Math.exp((r + x) * logRest + Hypergeometric.logGauss(r + x, b + x, c, z))
            // Euler's transformation: terms fall from the first on where the other form's grow
            : Math.exp((stop - 1) * logRest)
                * Hypergeometric.gauss(stop + b - 1 - r, stop - 1, c, z);
    return c / (stop - 1) * (1 - factor);
  }

  private static double logSum(double left, double right) {
    double larger = Math.max(left, right);
    return larger + Math.log1p(Math.exp(Math.min(left, right) - larger));
  }

  private static void require(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be > 0 and finite, got " + value);
    }
  }
}
