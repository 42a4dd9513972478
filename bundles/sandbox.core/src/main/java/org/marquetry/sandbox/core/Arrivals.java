package org.marquetry.sandbox.core;

import java.util.Arrays;

/// When customers come first: more and more, and more on busy days.
final class Arrivals {
  private final Season season;
  private final double perWeight;
  private double[] sums = new double[256]; // weights of the days before
  private int known = 1;

  Arrivals(Season season, int customers) {
    this.season = season;
    perWeight = customers / sum(Setting.PAST);
  }

  /// How many have come before a day.
  int before(int day) {
    return (int) Math.round(perWeight * sum(day));
  }

  private double sum(int day) {
    while (known <= day) {
      if (known == sums.length) {
        sums = Arrays.copyOf(sums, 2 * known);
      }
      int before = known - 1;
      double growth = 0.7 + 0.6 * before / Setting.PAST;
      sums[known] = sums[before] + growth * season.busy(before);
      known++;
    }
    return sums[day];
  }
}
