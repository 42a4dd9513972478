package org.marquetry.recommend.blend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.ScoredItem;

/// Lists of several engines on one scale: the first of a list counts 1, the last 0, what is not on
/// it 0.
final class Scores {
  private Scores() {}

  /// @param list best first
  static Map<Integer, Float> of(List<ScoredItem> list) {
    if (list.isEmpty()) {
      return Map.of();
    }
    double most = list.getFirst().score();
    double least = list.getLast().score();
    Map<Integer, Float> scores = LinkedHashMap.newLinkedHashMap(list.size());
    for (ScoredItem item : list) {
      scores.put(item.item(), (float) (most > least ? (item.score() - least) / (most - least) : 1));
    }
    return scores;
  }
}
