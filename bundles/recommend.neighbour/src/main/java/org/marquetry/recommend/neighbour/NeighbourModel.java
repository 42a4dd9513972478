package org.marquetry.recommend.neighbour;

import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.Best;
import org.marquetry.lib.model.Popularity;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Scores an item by what the items of a history say for it, the latest most; popularity decides
/// between those of whom nothing is said.
final class NeighbourModel implements Model {
  /// Far below anything that two histories say.
  private static final float POPULARITY = 1e-6f;

  /// What is further back than this leaves is not looked at.
  private static final double LEAST = 1e-4;

  private final Interactions history;
  private final Followers followers;
  private final double recency;
  private final Popularity popular;
  private final Provenance provenance;

  NeighbourModel(
      Interactions history,
      Followers followers,
      double recency,
      Popularity popular,
      Provenance provenance) {
    this.history = history;
    this.followers = followers;
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
    float[] scores = scores(row.sequence(0));
    Best best = new Best(limit);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && scores[i] >= best.worst() && !row.has(0, i)) {
        best.offer(i, scores[i]);
      }
    }
    return best.list();
  }

  private float[] scores(int[] past) {
    float[] scores = new float[history.items()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = POPULARITY * popular.users(i) / history.users();
    }
    double say = 1;
    for (int k = past.length - 1; k >= 0 && say >= LEAST; k--, say *= recency) {
      for (int f = followers.start()[past[k]]; f < followers.start()[past[k] + 1]; f++) {
        scores[followers.item()[f]] += (float) say * followers.weight()[f];
      }
    }
    return scores;
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
    for (int k = past.length - 1; k >= 0 && say >= LEAST; k--, say *= recency) {
      double part = say * followers.weight(past[k], item);
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
