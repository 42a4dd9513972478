package org.marquetry.math.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Check that the groups of an experiment have the sizes that their planned shares ask for.
///
/// A small p-value (below 0.001 by custom) means that the split itself is broken: no effect of such
/// an experiment can be believed.
///
/// @param statistic Pearson's chi-square
/// @param degreesOfFreedom groups minus one
/// @param p probability of a split at least as odd when nothing is wrong
public record SampleRatio(double statistic, int degreesOfFreedom, double p) {
  /// Compare counts with planned shares.
  ///
  /// @param counts people found in each group, at least two groups, none negative, not all 0
  /// @param shares planned weight of each group, each greater than 0; need not sum to 1
  /// @throws IllegalArgumentException if lengths or values break these rules
  public static SampleRatio of(long[] counts, double[] shares) {
    if (counts.length < 2 || counts.length != shares.length) {
      throw new IllegalArgumentException(
          "counts and shares must name the same two or more groups, got %d and %d"
              .formatted(counts.length, shares.length));
    }
    double people = 0;
    double weight = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0 || !(shares[i] > 0)) {
        throw new IllegalArgumentException(
            "group %d must have a count >= 0 and a share > 0, got %d and %s"
                .formatted(i, counts[i], shares[i]));
      }
      people += counts[i];
      weight += shares[i];
    }
    if (people == 0) {
      throw new IllegalArgumentException("counts must not all be 0");
    }
    double statistic = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = people * shares[i] / weight;
      statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    int freedom = counts.length - 1;
    return new SampleRatio(
        statistic, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(statistic));
  }
}
