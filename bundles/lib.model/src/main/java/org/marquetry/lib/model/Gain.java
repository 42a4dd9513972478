package org.marquetry.lib.model;

/// What a wanted item counts at a place of a list: `1 / log2(rank + 1)`, as in NDCG.
///
/// Source: Järvelin, Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20,
/// 2002, with the usual binary gains.
public final class Gain {
  private Gain() {}

  /// @param rank from 1
  public static double of(int rank) {
    return Math.log(2) / Math.log(rank + 1.0);
  }

  /// The gain of the best list possible.
  ///
  /// @param length of the list
  /// @param wanted how many items are wanted
  public static double best(int length, int wanted) {
    double best = 0;
    for (int rank = 1; rank <= Math.min(length, wanted); rank++) {
      best += of(rank);
    }
    return best;
  }
}
