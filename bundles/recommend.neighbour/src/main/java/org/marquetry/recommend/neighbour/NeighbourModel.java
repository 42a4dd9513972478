package org.marquetry.recommend.neighbour;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.Best;
import org.marquetry.lib.model.HistoryModel;
import org.marquetry.lib.model.Kept;
import org.marquetry.lib.model.Largest;
import org.marquetry.lib.model.Popularity;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Scores an item by what the items of a history say for it, the latest most; popularity decides
/// between those of whom nothing is said.
final class NeighbourModel extends HistoryModel {
  /// Far below anything that two histories say.
  private static final float POPULARITY = 1e-6f;

  /// What is further back than this leaves is not looked at.
  private static final double LEAST = 1e-4;

  private static final int FORMAT = 1;

  private final Followers followers;
  private final double recency;

  NeighbourModel(
      Interactions history,
      Followers followers,
      double recency,
      Popularity popular,
      Provenance provenance) {
    super(history, popular, provenance);
    this.followers = followers;
    this.recency = recency;
  }

  @Override
  public boolean write(DataOutput to) throws IOException {
    to.writeInt(FORMAT);
    followers.write(to);
    return true;
  }

  /// Read what [#write] wrote.
  ///
  /// @param interactions of now
  static NeighbourModel read(
      DataInput from, Interactions interactions, double recency, Provenance provenance)
      throws IOException {
    Kept.check(from, FORMAT);
    Followers followers = Followers.read(from, interactions.items());
    return new NeighbourModel(
        interactions, followers, recency, new Popularity(interactions), provenance);
  }

  @Override
  protected List<ScoredItem> best(Interactions row, int limit) {
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
    float[] scores = new float[history().items()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = POPULARITY * popular().users(i) / history().users();
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
  protected Optional<Contribution> reason(int[] past, int item) {
    Largest largest = new Largest();
    double say = 1;
    for (int k = past.length - 1; k >= 0 && say >= LEAST; k--, say *= recency) {
      largest.offer(past[k], say * followers.weight(past[k], item));
    }
    return largest.found();
  }
}
