package org.marquetry.profile.core.value;

import java.util.Arrays;

/// The purchase days of one customer: a fold that any order of purchases, and any split of them
/// into parts that are merged, takes to the same state.
///
/// Purchases of one day are one purchase. Amounts add up exactly while they are whole numbers
/// (minor units). For use by one thread; cleared and used again when customers stream by.
public final class PurchaseHistory {
  private long[] days = new long[8];
  private double[] amounts = new double[8];
  private int size;

  /// Start empty.
  public PurchaseHistory() {}

  /// Add a purchase.
  ///
  /// @param day any count of days, such as the epoch day in the shop's zone
  /// @param amount NaN when not known
  public void add(long day, double amount) {
    int at = size > 0 && days[size - 1] < day ? -size - 1 : Arrays.binarySearch(days, 0, size, day);
    if (at >= 0) {
      amounts[at] = plus(amounts[at], amount);
      return;
    }
    insert(-at - 1, day, amount);
  }

  /// Add all purchases of another history.
  public void add(PurchaseHistory other) {
    for (int i = 0; i < other.size; i++) {
      add(other.days[i], other.amounts[i]);
    }
  }

  /// Forget everything.
  public void clear() {
    size = 0;
  }

  /// Return the number of purchase days.
  public int purchases() {
    return size;
  }

  /// Return the number of purchase days after the first; 0 when there is none at all.
  public int repeats() {
    return Math.max(0, size - 1);
  }

  /// Return the first day; needs a purchase.
  public long first() {
    return days[0];
  }

  /// Return the last day; needs a purchase.
  public long last() {
    return days[size - 1];
  }

  /// Return the days from the first purchase to the last.
  public int recency() {
    return Math.toIntExact(last() - first());
  }

  /// Return the sum of the known amounts, NaN when none is known.
  public double total() {
    double sum = Double.NaN;
    for (int i = 0; i < size; i++) {
      sum = plus(sum, amounts[i]);
    }
    return sum;
  }

  /// Return the mean of the known amounts of the purchases after the first, NaN when none is known.
  public double repeatAverage() {
    double sum = Double.NaN;
    int known = 0;
    for (int i = 1; i < size; i++) {
      sum = plus(sum, amounts[i]);
      known += Double.isNaN(amounts[i]) ? 0 : 1;
    }
    return sum / known;
  }

  /// Return how many purchase days lie in a span.
  ///
  /// @param after first day, not included
  /// @param until last day, included
  public int between(long after, long until) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += days[i] > after && days[i] <= until ? 1 : 0;
    }
    return count;
  }

  /// Return the history as it stood at the end of a day.
  public PurchaseHistory until(long day) {
    PurchaseHistory part = new PurchaseHistory();
    for (int i = 0; i < size && days[i] <= day; i++) {
      part.add(days[i], amounts[i]);
    }
    return part;
  }

  private static double plus(double left, double right) {
    if (Double.isNaN(left)) {
      return right;
    }
    return Double.isNaN(right) ? left : left + right;
  }

  private void insert(int at, long day, double amount) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    System.arraycopy(days, at, days, at + 1, size - at);
    System.arraycopy(amounts, at, amounts, at + 1, size - at);
    days[at] = day;
    amounts[at] = amount;
    size++;
  }
}
