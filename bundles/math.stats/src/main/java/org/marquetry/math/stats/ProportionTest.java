package org.marquetry.math.stats;

/// Compare the rates of two groups.
///
/// The p-value is the pooled z-test's; the interval of the difference is R. G. Newcombe's hybrid of
/// two Wilson intervals (1998, method 10), which keeps its level for small groups and rare
/// successes. The two may disagree at the margin.
///
/// @param effect rate of the treated minus rate of the control group, with its interval
/// @param z the pooled statistic; 0 when neither or everybody succeeded in both groups
/// @param p two-sided p-value
public record ProportionTest(Estimate effect, double z, double p) {
  /// Run the test.
  ///
  /// @param level coverage of the interval, between 0 and 1
  /// @throws IllegalArgumentException if a group is empty
  public static ProportionTest of(Proportion control, Proportion treated, double level) {
    if (control.trials() == 0 || treated.trials() == 0) {
      throw new IllegalArgumentException(
          "both groups must hold somebody, got control %d and treated %d"
              .formatted(control.trials(), treated.trials()));
    }
    double difference = treated.rate() - control.rate();
    double pooled =
        (double) (control.successes() + treated.successes())
            / (control.trials() + treated.trials());
    double error =
        Math.sqrt(pooled * (1 - pooled) * (1.0 / control.trials() + 1.0 / treated.trials()));
    double z = error == 0 ? 0 : difference / error;
    return new ProportionTest(newcombe(control, treated, level), z, Levels.twoSided(z));
  }

  private static Estimate newcombe(Proportion control, Proportion treated, double level) {
    Estimate c = control.estimate(level);
    Estimate t = treated.estimate(level);
    double difference = t.value() - c.value();
    double down = Math.hypot(t.value() - t.low(), c.high() - c.value());
    double up = Math.hypot(t.high() - t.value(), c.value() - c.low());
    return new Estimate(difference, difference - down, difference + up, level);
  }
}
