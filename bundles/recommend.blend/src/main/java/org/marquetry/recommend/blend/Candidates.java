package org.marquetry.recommend.blend;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.model.Gain;

/// What the engines put before one user, and what the user took.
///
/// @param item ascending
/// @param score of each engine, for each item
/// @param wanted whether the user took it
/// @param best the gain of the best list possible
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Candidates(int[] item, float[][] score, boolean[] wanted, double best) {
  /// @param lists of each engine, on one scale
  /// @param taken ascending, at least one
  static Candidates of(List<Map<Integer, Float>> lists, int[] taken, int length) {
    int[] item =
        lists.stream()
            .flatMap(l -> l.keySet().stream())
            .mapToInt(Integer::intValue)
            .sorted()
            .distinct()
            .toArray();
    float[][] score = new float[lists.size()][item.length];
    boolean[] wanted = new boolean[item.length];
    for (int k = 0; k < item.length; k++) {
      for (int e = 0; e < score.length; e++) {
        score[e][k] = lists.get(e).getOrDefault(item[k], 0f);
      }
      wanted[k] = Arrays.binarySearch(taken, item[k]) >= 0;
    }
    return new Candidates(item, score, wanted, Gain.best(length, taken.length));
  }

  /// NDCG of the first `length` items by the weighted sum of scores.
  ///
  /// @param weight of each engine
  double ndcg(double[] weight, int length) {
    float[] sum = new float[item.length];
    for (int e = 0; e < weight.length; e++) {
      if (weight[e] > 0) {
        for (int k = 0; k < sum.length; k++) {
          sum[k] += (float) weight[e] * score[e][k];
        }
      }
    }
    double gain = 0;
    for (int k = 0; k < sum.length; k++) {
      if (wanted[k] && sum[k] > 0) {
        int rank = rank(sum, k);
        gain += rank <= length ? Gain.of(rank) : 0;
      }
    }
    return gain / best;
  }

  private static int rank(float[] sum, int k) {
    int rank = 1;
    for (int j = 0; j < sum.length; j++) {
      if (sum[j] > sum[k] || (sum[j] == sum[k] && j < k)) {
        rank++;
      }
    }
    return rank;
  }
}
