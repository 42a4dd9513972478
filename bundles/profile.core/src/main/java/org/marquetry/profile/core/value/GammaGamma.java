package org.marquetry.profile.core.value;

import org.apache.commons.numbers.gamma.LogGamma;

/// Gamma-Gamma: each purchase of a customer varies around an own mean, and the means vary between
/// customers; how much somebody spends says nothing about how often.
///
/// A customer's spend is `x` purchases with the average `mean`. Source: P. S. Fader and B. G. S.
/// Hardie, The Gamma-Gamma Model of Monetary Value, 2013.
///
/// @param p shape of the purchases of one customer, greater than 0
/// @param q shape of the customers' scale, greater than 1 so that the mean exists
/// @param v scale, greater than 0, in money
public record GammaGamma(double p, double q, double v) {
  /// Check the parameters.
  ///
  /// @throws IllegalArgumentException if one is out of its range
  public GammaGamma {
    if (!(p > 0 && q > 1 && v > 0 && Double.isFinite(p + q + v))) {
      throw new IllegalArgumentException(
          "need p > 0, q > 1, v > 0, got " + p + ", " + q + " and " + v);
    }
  }

  /// Return the logarithm of the likelihood of an average; both arguments greater than 0.
  public double logLikelihood(int x, double mean) {
    double px = p * x;
    return LogGamma.value(px + q)
        - LogGamma.value(px)
        - LogGamma.value(q)
        + q * Math.log(v)
        + (px - 1) * Math.log(mean)
        + px * Math.log(x)
        - (px + q) * Math.log(x * mean + v);
  }

  /// Return the expected mean purchase of a customer: between the own average and the shop's mean,
  /// nearer to the own one the more purchases there are.
  ///
  /// @param x purchases that the average is of; 0 gives the shop's mean
  /// @param mean their average, at least 0; ignored for `x = 0`
  public double expectedSpend(int x, double mean) {
    return p * scale(x, mean) / (p * x + q - 1);
  }

  /// Return the posterior scale: spend is proportional to it, given `x`.
  double scale(int x, double mean) {
    return x == 0 ? v : v + x * mean;
  }
}
