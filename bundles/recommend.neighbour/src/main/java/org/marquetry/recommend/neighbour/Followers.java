package org.marquetry.recommend.neighbour;

import java.util.Arrays;
import org.marquetry.lib.model.Best;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.ScoredItem;

/// For each item those that follow it, with how much it says for them.
///
/// For a history `h` and a candidate `c`, `s(h, c) = sum over users of d^(gap - 1) / (n_c^a n_h^(1
/// - a) + shrink)`, where `gap` is how many places `c` stands behind `h`; where it stands before,
///   the term counts `backward` times. `n` are the items' counts.
///
/// @param item followers of item `i`, ascending, at `[start[i], start[i + 1])`
/// @param weight above 0
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Followers(int[] start, int[] item, float[] weight) {
  private static final int ITEMS_A_PIECE = 64;

  /// Count. Each item by itself and in the order of places, so any number of threads gives the same
  /// bits.
  static Followers count(Places places, NeighbourOptions options, ComputePool pool) {
    int items = places.items();
    int[][] followers = new int[items][];
    float[][] weights = new float[items][];
    pool.parallel(
        (items + ITEMS_A_PIECE - 1) / ITEMS_A_PIECE,
        piece -> {
          Counter counter = new Counter(places, options);
          int from = piece * ITEMS_A_PIECE;
          for (int i = from; i < Math.min(items, from + ITEMS_A_PIECE); i++) {
            followers[i] = counter.count(i);
            weights[i] = counter.weights(followers[i]);
            counter.clear();
          }
        });
    return joined(followers, weights);
  }

  private static Followers joined(int[][] followers, float[][] weights) {
    int[] start = new int[followers.length + 1];
    for (int i = 0; i < followers.length; i++) {
      start[i + 1] = Math.addExact(start[i], followers[i].length);
    }
    int[] item = new int[start[followers.length]];
    float[] weight = new float[item.length];
    for (int i = 0; i < followers.length; i++) {
      System.arraycopy(followers[i], 0, item, start[i], followers[i].length);
      System.arraycopy(weights[i], 0, weight, start[i], followers[i].length);
    }
    return new Followers(start, item, weight);
  }

  /// What one item says for another; 0 when nothing.
  float weight(int from, int to) {
    int at = Arrays.binarySearch(item, start[from], start[from + 1], to);
    return at < 0 ? 0 : weight[at];
  }

  /// Counts the followers of one item after the other.
  private static final class Counter {
    private final Places places;
    private final NeighbourOptions options;
    private final double[] reach; // what a gap leaves, by the gap
    private final double[] sum;
    private int[] touched = new int[256];
    private int size;

    Counter(Places places, NeighbourOptions options) {
      this.places = places;
      this.options = options;
      sum = new double[places.items()];
      reach = new double[options.window() + 1];
      for (int gap = 1; gap < reach.length; gap++) {
        reach[gap] = gap == 1 ? 1 : reach[gap - 1] * options.distance();
      }
    }

    /// The followers that are kept of an item, ascending.
    int[] count(int i) {
      for (int k = places.first()[i]; k < places.first()[i + 1]; k++) {
        int place = places.of()[k];
        int user = places.user()[place];
        int from = Math.max(places.start()[user], place - options.window());
        int to = Math.min(places.start()[user + 1] - 1, place + options.window());
        for (int other = from; other < place; other++) {
          add(places.item()[other], options.backward() * reach[place - other]);
        }
        for (int other = place + 1; other <= to; other++) {
          add(places.item()[other], reach[other - place]);
        }
      }
      double own = Math.pow(places.count(i), 1 - options.popularity());
      for (int k = 0; k < size; k++) {
        int c = touched[k];
        sum[c] /= own * Math.pow(places.count(c), options.popularity()) + options.shrink();
      }
      return kept();
    }

    private void add(int follower, double weight) {
      if (weight == 0) {
        return;
      }
      if (sum[follower] == 0) {
        if (size == touched.length) {
          touched = Arrays.copyOf(touched, 2 * size);
        }
        touched[size++] = follower;
      }
      sum[follower] += weight;
    }

    private int[] kept() {
      if (size <= options.neighbours()) {
        return Arrays.stream(touched, 0, size).sorted().toArray();
      }
      Best best = new Best(options.neighbours());
      for (int k = 0; k < size; k++) {
        if ((float) sum[touched[k]] >= best.worst()) {
          best.offer(touched[k], (float) sum[touched[k]]);
        }
      }
      return best.list().stream().mapToInt(ScoredItem::item).sorted().toArray();
    }

    float[] weights(int[] followers) {
      float[] weights = new float[followers.length];
      for (int k = 0; k < followers.length; k++) {
        weights[k] = (float) sum[followers[k]];
      }
      return weights;
    }

    void clear() {
      for (int k = 0; k < size; k++) {
        sum[touched[k]] = 0;
      }
      size = 0;
    }
  }
}
