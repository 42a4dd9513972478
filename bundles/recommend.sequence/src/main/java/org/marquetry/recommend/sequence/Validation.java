package org.marquetry.recommend.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.lib.model.Gain;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;

/// Tells how well the network foresees the latest item of some users, which it does not learn from:
/// by that the best of all epochs is found.
final class Validation {
  /// At most every tenth user.
  private static final int LEAST_USERS_EACH = 10;

  private static final int SHORTEST = 3; // what is left must be worth learning from
  private static final int LIST = 10;
  private static final int USERS_A_PIECE = 64;

  private final List<int[]> histories;

  private Validation(List<int[]> histories) {
    this.histories = histories;
  }

  /// Keep the latest items of some histories for validation.
  ///
  /// @param histories in random order; those that are chosen lose their latest item
  /// @param most how many users are chosen at most; 0 for none
  static Validation of(List<int[]> histories, int most) {
    int[] chosen =
        IntStream.range(0, histories.size())
            .filter(h -> histories.get(h).length >= SHORTEST)
            .limit(Math.min(most, histories.size() / LEAST_USERS_EACH))
            .toArray();
    List<int[]> whole = Arrays.stream(chosen).mapToObj(histories::get).toList();
    for (int h : chosen) {
      histories.set(h, withoutLast(histories.get(h)));
    }
    return new Validation(whole);
  }

  private static int[] withoutLast(int[] history) {
    return Arrays.copyOf(history, history.length - 1);
  }

  boolean isEmpty() {
    return histories.isEmpty();
  }

  /// NDCG@10 over the whole catalogue, without the items of each history.
  double quality(Kernels kernels, Network network, ComputePool pool) {
    double[] gains = new double[histories.size()];
    pool.parallel(
        Math.ceilDiv(gains.length, USERS_A_PIECE),
        piece -> {
          Pass pass = new Pass(kernels, network);
          int from = piece * USERS_A_PIECE;
          for (int h = from; h < Math.min(gains.length, from + USERS_A_PIECE); h++) {
            gains[h] = gain(kernels, network, pass, histories.get(h));
          }
        });
    return Arrays.stream(gains).average().orElse(0);
  }

  private static double gain(Kernels kernels, Network network, Pass pass, int[] history) {
    int[] past = withoutLast(history);
    float[] state = pass.last(past);
    int[] known = Arrays.stream(past).sorted().toArray();
    int wanted = history[past.length];
    float reached = network.score(kernels, state, wanted);
    int rank = 1;
    for (int item = 0; item < network.itemCount() && rank <= LIST; item++) {
      if (item != wanted
          && network.score(kernels, state, item) >= reached
          && Arrays.binarySearch(known, item) < 0) {
        rank++;
      }
    }
    return rank > LIST ? 0 : Gain.of(rank);
  }
}
