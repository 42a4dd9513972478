package org.marquetry.recommend.neighbour;

import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.Best;
import org.marquetry.lib.model.Popularity;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Scores an item by the sum of what the items of a history say for it, which may be less than
/// nothing: `-P(past, item) / P(item, item)`.
final class EaseModel implements Model {
  private final Kernels kernels;
  private final Interactions history;
  private final Tiles inverse;
  private final double recency;
  private final Popularity popular;
  private final Provenance provenance;

  EaseModel(
      Kernels kernels,
      Interactions history,
      Tiles inverse,
      double recency,
      Popularity popular,
      Provenance provenance) {
    this.kernels = kernels;
    this.history = history;
    this.inverse = inverse;
    this.recency = recency;
    this.popular = popular;
    this.provenance = provenance;
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return topFor(history.row(user), limit);
  }

  @Override
  public List<ScoredItem> topFor(Interactions row, int limit) {
    if (row.users() != 1 || row.items() != history.items()) {
      throw new IllegalArgumentException(
          "history must be one row over %d items, got %d x %d"
              .formatted(history.items(), row.users(), row.items()));
    }
    if (row.entries() == 0) {
      return popular.top(limit, _ -> false);
    }
    float[] sums = new float[history.items()];
    int[] past = row.sequence(0);
    double say = 1;
    for (int k = past.length - 1; k >= 0; k--, say *= recency) {
      inverse.addRow(kernels, past[k], (float) say, sums);
    }
    Best best = new Best(limit);
    for (int i = 0; i < sums.length; i++) {
      float score = -sums[i] / inverse.get(i, i);
      if (score >= best.worst() && popular.users(i) > 0 && !row.has(0, i)) {
        best.offer(i, score);
      }
    }
    return best.list();
  }

  /// What one item says for another; 0 for itself.
  double weight(int past, int item) {
    return past == item ? 0 : -(double) inverse.get(past, item) / inverse.get(item, item);
  }

  @Override
  public Optional<Contribution> reason(int user, int item) {
    return reason(history.sequence(user), item);
  }

  @Override
  public List<Optional<Contribution>> reasons(Interactions row, List<Integer> items) {
    int[] past = row.sequence(0);
    return items.stream().map(item -> reason(past, item)).toList();
  }

  private Optional<Contribution> reason(int[] past, int item) {
    int most = -1;
    double largest = 0;
    double sum = 0;
    double say = 1;
    for (int k = past.length - 1; k >= 0; k--, say *= recency) {
      double part = Math.max(0, say * weight(past[k], item));
      sum += part;
      if (part > largest) {
        largest = part;
        most = past[k];
      }
    }
    return most < 0
        ? Optional.empty()
        : Optional.of(new Contribution(most, largest, largest / sum));
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void close() {
    // holds memory only
  }
}
