package org.marquetry.recommend.mf.descent;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.Interactions;

/// The matrix cut into [#SIDE] x [#SIDE] blocks. Blocks of different stripes of users and different
/// columns of items share no row, so they can be worked on at the same time and the result does not
/// depend on who does it. The cut depends on data and seed alone, never on the number of threads;
/// items are dealt to the columns anew in each pass.
///
/// Source: Gemulla, Nijkamp, Haas, Sismanis, Large-Scale Matrix Factorization with Distributed
/// Stochastic Gradient Descent, KDD 2011.
final class Grid {
  /// Blocks on a side; so many threads have work at most.
  static final int SIDE = 16;

  private final Interactions data;
  private final Pairs pairs;
  private final int[] order;
  private final int[] column;
  private final int[][] user = new int[SIDE][];
  private final int[][] item = new int[SIDE][];
  private final int[][] starts = new int[SIDE][];

  Grid(Interactions data, Pairs pairs) {
    this.data = data;
    this.pairs = pairs;
    order = IntStream.range(0, data.items()).toArray();
    column = new int[data.items()];
    for (int stripe = 0; stripe < SIDE; stripe++) {
      int n = 0;
      for (int u = stripe; u < data.users(); u += SIDE) {
        for (long k = data.start(u); k < data.start(u + 1); k++) {
          n += pairs.heldOut(u, data.item(k)) ? 0 : 1;
        }
      }
      user[stripe] = new int[n];
      item[stripe] = new int[n];
    }
  }

  /// How many present pairs there are to learn from.
  long present() {
    return Arrays.stream(user).mapToLong(u -> u.length).sum();
  }

  /// Cut for the next pass.
  void deal(long seed, ComputePool pool) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = order.length - 1; k > 0; k--) {
      swap(order, k, random.nextInt(k + 1));
    }
    for (int c = 0; c < SIDE; c++) {
      for (int k = edge(c); k < edge(c + 1); k++) {
        column[order[k]] = c;
      }
    }
    pool.parallel(SIDE, stripe -> deal(stripe, new SplittableRandom(Mix.of(seed, stripe))));
  }

  private void deal(int stripe, SplittableRandom random) {
    int[] next = new int[SIDE + 1];
    for (int pass = 0; pass < 2; pass++) { // count, then place
      for (int u = stripe; u < data.users(); u += SIDE) {
        for (long k = data.start(u); k < data.start(u + 1); k++) {
          int i = data.item(k);
          if (pairs.heldOut(u, i)) {
            continue;
          }
          if (pass == 0) {
            next[column[i] + 1]++;
          } else {
            int to = next[column[i]]++;
            user[stripe][to] = u;
            item[stripe][to] = i;
          }
        }
      }
      if (pass == 0) {
        for (int c = 0; c < SIDE; c++) {
          next[c + 1] += next[c];
        }
        starts[stripe] = next.clone();
      }
    }
    for (int c = 0; c < SIDE; c++) {
      shuffle(user[stripe], item[stripe], starts[stripe][c], starts[stripe][c + 1], random);
    }
  }

  /// Shuffle a part of two arrays in the same way.
  private static void shuffle(int[] a, int[] b, int from, int to, SplittableRandom random) {
    for (int k = to - 1; k > from; k--) {
      int other = from + random.nextInt(k - from + 1);
      swap(a, k, other);
      swap(b, k, other);
    }
  }

  private static void swap(int[] a, int k, int other) {
    int kept = a[k];
    a[k] = a[other];
    a[other] = kept;
  }

  private int edge(int c) {
    return (int) ((long) c * order.length / SIDE);
  }

  Block block(int stripe, int c) {
    int users = (data.users() - stripe + SIDE - 1) / SIDE;
    return new Block(
        stripe,
        SIDE,
        Math.max(0, users),
        order,
        edge(c),
        edge(c + 1),
        user[stripe],
        item[stripe],
        starts[stripe][c],
        starts[stripe][c + 1]);
  }
}
