package org.marquetry.profile.core;

import java.util.Arrays;
import org.marquetry.profile.core.value.PurchaseHistory;

/// What the value models need of every customer; customers without a purchase have frequency 0.
final class Purchases {
  final int[] frequency;
  final int[] orders;
  final long[] firstDay;
  final long[] lastDay;
  final double[] total;
  final double[] repeatAverage;

  Purchases(int customers) {
    frequency = new int[customers];
    orders = new int[customers];
    firstDay = new long[customers];
    lastDay = new long[customers];
    total = new double[customers];
    repeatAverage = new double[customers];
    Arrays.fill(total, Double.NaN);
    Arrays.fill(repeatAverage, Double.NaN);
  }

  /// Take over one customer's history.
  void set(int customer, PurchaseHistory history, int orderCount) {
    frequency[customer] = history.purchases();
    orders[customer] = orderCount;
    firstDay[customer] = history.first();
    lastDay[customer] = history.last();
    total[customer] = history.total();
    repeatAverage[customer] = history.repeatAverage();
  }

  /// Return who bought.
  int[] buyers() {
    return java.util.stream.IntStream.range(0, frequency.length)
        .filter(i -> frequency[i] > 0)
        .toArray();
  }
}
