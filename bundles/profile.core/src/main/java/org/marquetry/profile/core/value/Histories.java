package org.marquetry.profile.core.value;

import java.util.Arrays;

/// How many customers share each distinct purchase history.
///
/// A history is three whole numbers: repeat purchases (purchase days after the first), days from
/// the first purchase to the last, days from the first purchase to now. Lines are sorted, so equal
/// customers in any order give equal histories. For a million customers the arrays hold some
/// hundred thousand lines at most.
public final class Histories {
  private static final int BITS = 21;
  private static final int LIMIT = 1 << BITS;

  private final int[] repeats;
  private final int[] recency;
  private final int[] age;
  private final int[] customers;
  private final int people;

  private Histories(long[] sorted) {
    people = sorted.length;
    int lines = (int) Arrays.stream(sorted).distinct().count();
    repeats = new int[lines];
    recency = new int[lines];
    age = new int[lines];
    customers = new int[lines];
    int line = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        line++;
        repeats[line] = (int) (sorted[i] >>> (2 * BITS));
        recency[line] = (int) (sorted[i] >>> BITS) & (LIMIT - 1);
        age[line] = (int) sorted[i] & (LIMIT - 1);
      }
      customers[line]++;
    }
  }

  /// Count the histories of customers given as three columns.
  ///
  /// @param recency days, 0 to `age`
  /// @param age days, at least 0
  /// @throws IllegalArgumentException if the columns differ in length or a value is out of range
  public static Histories of(int[] repeats, int[] recency, int[] age) {
    if (repeats.length != recency.length || repeats.length != age.length) {
      throw new IllegalArgumentException(
          "columns must have one length, got %d, %d and %d"
              .formatted(repeats.length, recency.length, age.length));
    }
    long[] packed = new long[repeats.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = pack(repeats[i], recency[i], age[i]);
    }
    Arrays.sort(packed);
    return new Histories(packed);
  }

  private static long pack(int repeats, int recency, int age) {
    boolean known = 0 <= repeats && repeats < LIMIT && 0 <= recency && recency <= age;
    if (!known || age >= LIMIT || (repeats > 0) != (recency > 0)) {
      throw new IllegalArgumentException(
          "not a history: %d repeats, last after %d of %d days".formatted(repeats, recency, age));
    }
    return ((long) repeats << (2 * BITS)) | ((long) recency << BITS) | age;
  }

  /// Return the number of distinct histories.
  public int lines() {
    return repeats.length;
  }

  /// Return the number of customers.
  public int people() {
    return people;
  }

  /// Return how many customers bought on more than one day.
  public int returning() {
    int sum = 0;
    for (int line = 0; line < lines(); line++) {
      sum += repeats[line] > 0 ? customers[line] : 0;
    }
    return sum;
  }

  /// Return the longest age in days, 0 without customers.
  public int longestAge() {
    return Arrays.stream(age).max().orElse(0);
  }

  int repeats(int line) {
    return repeats[line];
  }

  int recency(int line) {
    return recency[line];
  }

  int age(int line) {
    return age[line];
  }

  int customers(int line) {
    return customers[line];
  }

  int mostRepeats() {
    return Arrays.stream(repeats).max().orElse(0);
  }
}
