package org.marquetry.lib.model;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.recommend.spi.ScoredItem;

/// The best items seen so far, by score and then by lower item number. For one thread.
public final class Best {
  private final int[] items;
  private final float[] scores;
  private int size;

  /// @param limit how many are kept, at least 1
  public Best(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    items = new int[limit];
    scores = new float[limit];
  }

  /// The score that a new item must at least reach.
  public float worst() {
    return size < items.length ? Float.NEGATIVE_INFINITY : scores[size - 1];
  }

  /// Keep an item if it is among the best.
  public void offer(int item, float score) {
    int at = size;
    while (at > 0 && before(item, score, at - 1)) {
      at--;
    }
    if (at == items.length) {
      return;
    }
    int last = Math.min(size, items.length - 1);
    for (int k = last; k > at; k--) {
      items[k] = items[k - 1];
      scores[k] = scores[k - 1];
    }
    items[at] = item;
    scores[at] = score;
    size = last + 1;
  }

  private boolean before(int item, float score, int at) {
    return score > scores[at] || (score == scores[at] && item < items[at]);
  }

  /// The best, first to last.
  public List<ScoredItem> list() {
    List<ScoredItem> list = new ArrayList<>(size);
    for (int k = 0; k < size; k++) {
      list.add(new ScoredItem(items[k], scores[k]));
    }
    return List.copyOf(list);
  }
}
