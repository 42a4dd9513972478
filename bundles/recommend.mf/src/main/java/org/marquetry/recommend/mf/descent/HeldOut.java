package org.marquetry.recommend.mf.descent;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.Interactions;

/// The present pairs that the descent takes for absent ones, and a sample of the absent pairs with
/// the weight that makes up for those not drawn.
///
/// @param user of each pair, the present ones first
/// @param item of each pair
/// @param present how many are present
/// @param absentWeight how many absent pairs each drawn one stands for
/// @param share of the present pairs that is held out, as it came about
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record HeldOut(int[] user, int[] item, int present, double absentWeight, double share) {
  private static final int MOST_ABSENT = 500_000;
  private static final int TRIES = 20;
  private static final int A_PIECE = 4096;

  /// @param absentForOne how many absent pairs are drawn for each present one
  static HeldOut of(Interactions data, Pairs pairs, int absentForOne, long seed) {
    int[] user = new int[64];
    int[] item = new int[64];
    int present = 0;
    for (int u = 0; u < data.users(); u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        if (pairs.heldOut(u, data.item(k))) {
          if (present == user.length) {
            user = Arrays.copyOf(user, 2 * present);
            item = Arrays.copyOf(item, 2 * present);
          }
          user[present] = u;
          item[present++] = data.item(k);
        }
      }
    }
    int absent = (int) Math.min(MOST_ABSENT, (long) absentForOne * present);
    user = Arrays.copyOf(user, present + absent);
    item = Arrays.copyOf(item, present + absent);
    SplittableRandom random = new SplittableRandom(Mix.of(seed, present));
    int n = present;
    for (long k = 0; k < (long) TRIES * absent && n < user.length; k++) {
      user[n] = random.nextInt(data.users());
      item[n] = random.nextInt(data.items());
      n += data.has(user[n], item[n]) ? 0 : 1;
    }
    double cells = (double) data.users() * data.items() - data.entries();
    return new HeldOut(
        Arrays.copyOf(user, n),
        Arrays.copyOf(item, n),
        present,
        n == present ? 0 : cells / (n - present),
        (double) present / data.entries());
  }

  boolean isPresent(int pair) {
    return pair < present;
  }

  double weight(int pair) {
    return isPresent(pair) ? 1 : absentWeight;
  }

  float[] scores(Parameters parameters, Kernels kernels, ComputePool pool) {
    float[] scores = new float[user.length];
    pool.parallel(
        (user.length + A_PIECE - 1) / A_PIECE,
        piece -> {
          int from = piece * A_PIECE;
          for (int k = from; k < Math.min(user.length, from + A_PIECE); k++) {
            scores[k] = parameters.score(kernels, user[k], item[k]);
          }
        });
    return scores;
  }
}
