package org.marquetry.math.stats;

/// How many of how many did it.
///
/// @param successes 0 to `trials`
/// @param trials at least 0
public record Proportion(long successes, long trials) {
  /// Check the counts.
  ///
  /// @throws IllegalArgumentException if a count is negative or there are more successes than
  ///   trials
  public Proportion {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be 0.." + trials + " (the trials), got " + successes);
    }
  }

  /// Return the share, or NaN without a trial.
  public double rate() {
    return trials == 0 ? Double.NaN : (double) successes / trials;
  }

  /// Return the share with E. B. Wilson's interval (1927): inside 0..1 and sound for rare
  /// successes.
  ///
  /// @param level coverage between 0 and 1
  /// @return 0..1 as interval without a trial
  public Estimate estimate(double level) {
    double z = Levels.reach(level);
    if (trials == 0) {
      return new Estimate(Double.NaN, 0, 1, level);
    }
    double p = rate();
    double n = trials;
    double z2 = z * z / n;
    double centre = (p + z2 / 2) / (1 + z2);
    double margin = z / (1 + z2) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n));
    return new Estimate(
        p,
        successes == 0 ? 0 : Math.max(0, centre - margin),
        successes == trials ? 1 : Math.min(1, centre + margin),
        level);
  }
}
