package org.marquetry.recommend.lab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.recommend.spi.ScoredItem;

/// How often each item of the catalogue is shown. The catalogue is what was known before the lists
/// were made, and what they show.
///
/// Source: Shani, Gunawardana, Evaluating Recommendation Systems, Recommender Systems Handbook,
/// 2011, section 8.3.3.
final class Exposure {
  private final long[] shown;

  /// @param items how many there are, known or not
  Exposure(int items) {
    shown = new long[items];
  }

  /// A user was shown a list.
  void add(List<ScoredItem> list) {
    list.forEach(item -> shown[item.item()]++);
  }

  /// The share of the catalogue that any list shows, in [0, 1].
  double coverage(Past past) {
    long[] counts = catalogue(past);
    return (double) Arrays.stream(counts).filter(n -> n > 0).count() / counts.length;
  }

  /// The Gini index of the exposure: 0 when all items are shown equally often, 1 when the lists
  /// hold one item only.
  double gini(Past past) {
    long[] counts = catalogue(past);
    Arrays.sort(counts);
    double all = Arrays.stream(counts).sum();
    int n = counts.length;
    if (n < 2 || all == 0) {
      return 0;
    }
    double sum = 0;
    for (int j = 1; j <= n; j++) {
      sum += (2.0 * j - n - 1) * counts[j - 1] / all;
    }
    return sum / (n - 1);
  }

  private long[] catalogue(Past past) {
    return IntStream.range(0, shown.length)
        .filter(i -> shown[i] > 0 || past.isKnown(i))
        .mapToLong(i -> shown[i])
        .toArray();
  }
}
