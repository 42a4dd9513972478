package org.marquetry.placement.api;

/// What is believed about every arm before it has responses of its own; printed with each choice.
public sealed interface ArmPrior {
  /// Beta(successes, failures) for a rate.
  ///
  /// @param successes pseudo-count, > 0
  /// @param failures pseudo-count, > 0
  record Beta(double successes, double failures) implements ArmPrior {
    /// Every rate is equally likely.
    public static final Beta UNIFORM = new Beta(1, 1);

    public Beta {
      if (!(successes > 0 && failures > 0 && Double.isFinite(successes + failures))) {
        throw new IllegalArgumentException(
            "pseudo-counts must be > 0 and finite, got " + successes + " and " + failures);
      }
    }

    /// Make a prior from a usual rate that weighs as much as so many people.
    ///
    /// @param rate in (0, 1), for example the shop's own response rate
    /// @param people weight, > 0
    public static Beta of(double rate, double people) {
      return new Beta(rate * people, (1 - rate) * people);
    }
  }

  /// Normal-Gamma for an amount: mean ~ N(mean, 1 / (people x precision)), precision ~ Gamma(shape,
  /// rate).
  ///
  /// @param mean believed mean
  /// @param people how many people that belief weighs, > 0
  /// @param shape > 0; a variance belief weighs 2 x shape people
  /// @param rate > 0; rate / shape is the believed variance
  record NormalGamma(double mean, double people, double shape, double rate) implements ArmPrior {
    public NormalGamma {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("mean must be finite, got " + mean);
      }
      if (!(people > 0 && shape > 0 && rate > 0 && Double.isFinite(people + shape + rate))) {
        throw new IllegalArgumentException(
            "people, shape and rate must be > 0 and finite, got "
                + people
                + ", "
                + shape
                + " and "
                + rate);
      }
    }

    /// Make a prior from a usual mean and deviation that weigh as much as so many people.
    public static NormalGamma of(double mean, double deviation, double people) {
      return new NormalGamma(mean, people, people / 2, people / 2 * deviation * deviation);
    }
  }
}
