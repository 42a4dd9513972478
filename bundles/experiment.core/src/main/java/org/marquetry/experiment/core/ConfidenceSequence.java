package org.marquetry.experiment.core;

import org.marquetry.math.stats.Moments;

/// Half-width of an interval for a difference of two means that holds at every look at once.
///
/// With N people in both groups, `v = N (s1^2/n1 + s0^2/n0)` is the variance of one person's
/// contribution, and `sqrt(v) sqrt( 2 (N r^2 + 1) / (N r)^2 log( sqrt(N r^2 + 1) / alpha ) )` is
/// the asymptotic confidence sequence with tuning r. Source: Waudby-Smith, Arbour, Sinha, Kennedy,
/// Ramdas, Time-uniform central limit theory and asymptotic confidence sequences, 2024, theorem 2.2
/// and appendix B.2 for r.
final class ConfidenceSequence {
  /// The number of people at which the interval is narrowest; any fixed number is valid.
  private static final double TUNED_TO = 5_000;

  private ConfidenceSequence() {}

  static double halfWidth(Moments control, Moments treated, double alpha) {
    double n = (double) control.count() + treated.count();
    double variance =
        n * (control.variance() / control.count() + treated.variance() / treated.count());
    double log = -2 * Math.log(alpha);
    double r2 = (log + Math.log(log + 1)) / TUNED_TO;
    double nr2 = n * r2;
    double factor = 2 * (nr2 + 1) / (n * nr2) * Math.log(Math.sqrt(nr2 + 1) / alpha);
    return Math.sqrt(variance * factor);
  }
}
