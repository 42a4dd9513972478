package org.marquetry.recommend.neighbour;

import java.util.Arrays;
import org.marquetry.lib.model.Best;
import org.marquetry.recommend.spi.ScoredItem;

/// Sums by item, of which few are touched. For one thread.
final class Tally {
  private final double[] sum;
  private int[] touched = new int[256];
  private int size;

  /// What an item's sum is worth.
  interface Worth {
    /// @return 0 or less when the item is left out
    double of(int item, double sum);
  }

  Tally(int items) {
    sum = new double[items];
  }

  void add(int item, double weight) {
    if (weight == 0) {
      return;
    }
    if (sum[item] == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size);
      }
      touched[size++] = item;
    }
    sum[item] += weight;
  }

  /// The items of most worth; the tally is empty afterwards.
  Followers.Row end(int limit, Worth worth) {
    Best best = new Best(Math.max(1, Math.min(limit, size)));
    for (int k = 0; k < size; k++) {
      int item = touched[k];
      float value = (float) worth.of(item, sum[item]);
      sum[item] = value;
      if (value > 0 && value >= best.worst()) {
        best.offer(item, value);
      }
    }
    int[] items = best.list().stream().mapToInt(ScoredItem::item).sorted().toArray();
    float[] weights = new float[items.length];
    for (int k = 0; k < items.length; k++) {
      weights[k] = (float) sum[items[k]];
    }
    for (int k = 0; k < size; k++) {
      sum[touched[k]] = 0;
    }
    size = 0;
    return new Followers.Row(items, weights);
  }
}
