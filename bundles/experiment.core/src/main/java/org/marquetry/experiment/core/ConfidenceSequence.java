package org.marquetry.experiment.core;

import org.marquetry.math.stats.Moments;

/// Half-width of an interval for a difference of two means that holds at every look at once.
///
/// In standard errors of the difference it is `sqrt( (1 + 1/v) log( (1 + v) / alpha^2 ) )` with `v
/// = g N / N0`: N people of both groups, and N0 where the interval is narrowest; any fixed N0 is
/// valid. `g = l + log(l + 1)` with `l = -2 log alpha` makes it so. Source: Waudby-Smith, Arbour,
/// Sinha, Kennedy, Ramdas, Time-uniform central limit theory and asymptotic confidence sequences,
/// 2024, theorem 2.2 and appendix B.2; the mixture is that of H. Robbins, Statistical methods
/// related to the law of the iterated logarithm, 1970.
///
/// Where the same people are watched while their values grow, what is known grows with time and not
/// with people: `N / N0` is the part of the planned time that has passed then.
final class ConfidenceSequence {
  private static final double TUNED_TO = 5_000;

  private ConfidenceSequence() {}

  /// Of people who come one after the other.
  static double halfWidth(Moments control, Moments treated, double alpha) {
    double people = (double) control.count() + treated.count();
    return halfWidth(control, treated, alpha, people / TUNED_TO);
  }

  /// @param passed what is known, as a share of what is known where the interval is narrowest;
  ///   above 0
  static double halfWidth(Moments control, Moments treated, double alpha, double passed) {
    double error2 = control.variance() / control.count() + treated.variance() / treated.count();
    return Math.sqrt(error2) * reach(alpha, passed);
  }

  /// In standard errors.
  ///
  /// @param passed as in [#halfWidth]
  static double reach(double alpha, double passed) {
    double log = -2 * Math.log(alpha);
    double v = (log + Math.log(log + 1)) * passed;
    return Math.sqrt((1 + 1 / v) * (Math.log1p(v) + log));
  }
}
