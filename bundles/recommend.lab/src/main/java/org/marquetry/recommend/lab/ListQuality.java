package org.marquetry.recommend.lab;

import java.util.Arrays;
import java.util.List;
import org.marquetry.recommend.spi.ScoredItem;

/// How good one user's list is.
///
/// @param recall hits / items to find
/// @param precision hits / length asked for
/// @param hr 1 if anything was hit
/// @param map sum of the precision at each hit / items to find
/// @param ndcg binary gains, discounted by log2(rank + 1), against the best list possible
record ListQuality(double recall, double precision, double hr, double map, double ndcg) {
  /// @param list best first, at most `k`
  /// @param wanted the items to find, ascending, at least one
  static ListQuality of(List<ScoredItem> list, int[] wanted, int k) {
    int hits = 0;
    double precisions = 0;
    double gain = 0;
    for (int rank = 1; rank <= list.size(); rank++) {
      if (Arrays.binarySearch(wanted, list.get(rank - 1).item()) >= 0) {
        hits++;
        precisions += (double) hits / rank;
        gain += discount(rank);
      }
    }
    double best = 0;
    for (int rank = 1; rank <= Math.min(k, wanted.length); rank++) {
      best += discount(rank);
    }
    return new ListQuality(
        (double) hits / wanted.length,
        (double) hits / k,
        hits > 0 ? 1 : 0,
        precisions / wanted.length,
        gain / best);
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1.0);
  }
}
