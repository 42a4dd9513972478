package org.marquetry.math.stats;

/// How many people an experiment needs, and how small an effect it can find.
///
/// Two-sided tests of two groups by the normal approximation, exact enough from some dozens of
/// people a group on. `share` is the treated group's part of all people, so that hold-outs of 5 %
/// are planned as they are.
///
/// @param significance chance of a false alarm, such as 0.05
/// @param power chance to see a true effect of the stated size, such as 0.8; greater than
///   `significance`
public record Power(double significance, double power) {
  /// Check the two chances.
  ///
  /// @throws IllegalArgumentException if they are not 0 < significance < power < 1
  public Power {
    if (!(significance > 0 && power > significance && power < 1)) {
      throw new IllegalArgumentException(
          "need 0 < significance < power < 1, got " + significance + " and " + power);
    }
  }

  /// Use a significance of 0.05 and a power of 0.8.
  public static Power standard() {
    return new Power(0.05, 0.8);
  }

  /// Return the smallest difference of means that is found with this power.
  ///
  /// @param people both groups together, at least 2
  /// @param share treated part, between 0 and 1
  /// @param deviation standard deviation of one person's value, not negative
  public double detectableMean(long people, double share, double deviation) {
    requirePeople(people);
    requireShare(share);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation must be >= 0, got " + deviation);
    }
    return reach() * deviation * Math.sqrt(1 / (people * share * (1 - share)));
  }

  /// Return the smallest rise of a rate that is found with this power.
  ///
  /// @param people both groups together, at least 2
  /// @param share treated part, between 0 and 1
  /// @param rate the control group's rate, 0 to 1
  /// @return absolute rise (0.01 = one point); NaN when not even a rise to 1 would be found
  public double detectableRise(long people, double share, double rate) {
    requirePeople(people);
    requireShare(share);
    requireRate("rate", rate);
    if (peopleForRates(rate, 1, share) > people) {
      return Double.NaN;
    }
    double low = rate;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (middle > rate && peopleForRates(rate, middle, share) <= people) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high - rate;
  }

  /// Return how many people are needed to find a difference of means.
  ///
  /// @param effect absolute difference, not 0
  /// @param deviation standard deviation of one person's value
  /// @param share treated part, between 0 and 1
  /// @return both groups together, rounded up; `Long.MAX_VALUE` when no number is enough
  public long peopleForMeans(double effect, double deviation, double share) {
    requireShare(share);
    double ratio = reach() * deviation / effect;
    return (long) Math.ceil(ratio * ratio / (share * (1 - share)));
  }

  /// Return how many people are needed to tell two rates apart.
  ///
  /// @param control the control group's rate, 0 to 1
  /// @param treated the treated group's rate, 0 to 1
  /// @param share treated part, between 0 and 1
  /// @return both groups together, rounded up; `Long.MAX_VALUE` when the rates are equal
  public long peopleForRates(double control, double treated, double share) {
    requireRate("control", control);
    requireRate("treated", treated);
    requireShare(share);
    double pooled = share * treated + (1 - share) * control;
    double underNull = pooled * (1 - pooled) / (share * (1 - share));
    double underEffect = treated * (1 - treated) / share + control * (1 - control) / (1 - share);
    double sum = alarm() * Math.sqrt(underNull) + sight() * Math.sqrt(underEffect);
    double effect = treated - control;
    return effect == 0 ? Long.MAX_VALUE : (long) Math.ceil(sum * sum / (effect * effect));
  }

  /// Return the chance to find a difference of means; `power` itself plays no part.
  ///
  /// @param people both groups together, at least 2
  /// @param share treated part, between 0 and 1
  /// @param deviation standard deviation of one person's value, greater than 0
  /// @param effect true difference of the means
  public double powerForMeans(long people, double share, double deviation, double effect) {
    requirePeople(people);
    requireShare(share);
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("deviation must be > 0, got " + deviation);
    }
    double shift = Math.abs(effect) / deviation * Math.sqrt(people * share * (1 - share));
    return Levels.NORMAL.cumulativeProbability(shift - alarm())
        + Levels.NORMAL.cumulativeProbability(-shift - alarm());
  }

  private double reach() {
    return alarm() + sight();
  }

  private double alarm() {
    return Levels.NORMAL.inverseSurvivalProbability(significance / 2);
  }

  private double sight() {
    return Levels.NORMAL.inverseCumulativeProbability(power);
  }

  private static void requirePeople(long people) {
    if (people < 2) {
      throw new IllegalArgumentException("people must be >= 2, got " + people);
    }
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be between 0 and 1, got " + share);
    }
  }

  private static void requireRate(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(name + " must be 0..1, got " + rate);
    }
  }
}
