package org.marquetry.recommend.core;

import java.util.Arrays;
import org.marquetry.recommend.spi.Interactions;

/// How popular each item is among all: the share of the others that fewer people had to do with,
/// those that equally many had counted by half. Immutable.
final class Popularity {
  private final float[] share;

  Popularity(Interactions pairs) {
    int[] people = new int[pairs.items()];
    for (long e = 0; e < pairs.entries(); e++) {
      people[pairs.item(e)]++;
    }
    int[] sorted = people.clone();
    Arrays.sort(sorted);
    share = new float[people.length];
    for (int item = 0; item < people.length; item++) {
      share[item] = share(sorted, people[item]);
    }
  }

  /// In [0, 1]; one half for the only item.
  double of(int item) {
    return share[item];
  }

  private static float share(int[] sorted, int people) {
    int fewer = below(sorted, people);
    int equal = below(sorted, people + 1) - fewer - 1; // without itself
    return sorted.length == 1 ? 0.5f : (fewer + equal / 2f) / (sorted.length - 1);
  }

  /// How many of the sorted numbers are below one.
  private static int below(int[] sorted, int number) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < number) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
