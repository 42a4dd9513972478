package org.marquetry.math.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Compare the means of two groups whose spreads may differ.
///
/// Source: B. L. Welch, The generalization of Student's problem, 1947.
///
/// @param effect mean of the treated minus mean of the control group, with its interval
/// @param t the statistic; NaN when neither group varies and the means are equal
/// @param degreesOfFreedom by Welch and Satterthwaite; NaN when neither group varies
/// @param p two-sided p-value
public record WelchTest(Estimate effect, double t, double degreesOfFreedom, double p) {
  /// Run the test.
  ///
  /// @param level coverage of the interval, between 0 and 1
  /// @throws IllegalArgumentException if a group holds fewer than two values
  public static WelchTest of(Moments control, Moments treated, double level) {
    requireTwo("control", control);
    requireTwo("treated", treated);
    double difference = treated.mean() - control.mean();
    double c = control.variance() / control.count();
    double v = treated.variance() / treated.count();
    if (c + v == 0) {
      double statistic = difference == 0 ? Double.NaN : difference * Double.POSITIVE_INFINITY;
      Estimate exact = Estimate.around(difference, 0, level);
      return new WelchTest(exact, statistic, Double.NaN, difference == 0 ? 1 : 0);
    }
    double freedom =
        (c + v) * (c + v) / (c * c / (control.count() - 1) + v * v / (treated.count() - 1));
    TDistribution student = TDistribution.of(freedom);
    double error = Math.sqrt(c + v);
    double t = difference / error;
    double reach = student.inverseSurvivalProbability((1 - Levels.require(level)) / 2);
    return new WelchTest(
        Estimate.around(difference, reach * error, level),
        t,
        freedom,
        2 * student.survivalProbability(Math.abs(t)));
  }

  private static void requireTwo(String group, Moments moments) {
    if (moments.count() < 2) {
      throw new IllegalArgumentException(
          group + " must hold at least two values, got " + moments.count());
    }
  }
}
