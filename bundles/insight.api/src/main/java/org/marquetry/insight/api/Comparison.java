package org.marquetry.insight.api;

/// How a day compares with the same weekday of the weeks before.
///
/// Rule: the days before and this one are taken as draws of one normal distribution, so that
/// `(value
/// - mean) / (s * sqrt(1 + 1/days))` follows Student's t with `days - 1` degrees of freedom, where
///   `s` is the sample deviation of the days before; for a figure that counts, `s` is at least the
///   root of the mean (independent arrivals vary at least so much). The probability is two-sided;
///   below 0.05 the day is unusual.
///
/// @param days how many there were, 4 to 8
/// @param mean of them, in the figure's unit
/// @param probability of a day at least so far from the mean, in (0, 1]
/// @param unusual whether that is below 0.05
/// @param oneIn one such day in how many, rounded; at least 1, at most 10,000
public record Comparison(int days, double mean, double probability, boolean unusual, int oneIn) {
  public Comparison {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in 0..1, got " + probability);
    }
  }
}
