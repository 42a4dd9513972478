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
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Scores an item by the sum of what the items of a history say for it, which may be less than
/// nothing: `-P(past, item) / P(item, item)`.
final class EaseModel extends HistoryModel {
  /// Larger ones are not kept: learning again is cheaper than such files.
  private static final long MOST_BYTES = 1L << 26;

  private static final int FORMAT = 1;

  private final Kernels kernels;
  private final Tiles inverse;
  private final double recency;

  EaseModel(
      Kernels kernels,
      Interactions history,
      Tiles inverse,
      double recency,
      Popularity popular,
      Provenance provenance) {
    super(history, popular, provenance);
    this.kernels = kernels;
    this.inverse = inverse;
    this.recency = recency;
  }

  @Override
  public boolean write(DataOutput to) throws IOException {
    if (Tiles.bytes(history().items()) > MOST_BYTES) {
      return false;
    }
    to.writeInt(FORMAT);
    inverse.write(to);
    return true;
  }

  /// Read what [#write] wrote.
  ///
  /// @param interactions of now
  static EaseModel read(
      Kernels kernels,
      DataInput from,
      Interactions interactions,
      double recency,
      Provenance provenance)
      throws IOException {
    Kept.check(from, FORMAT);
    Tiles inverse = Tiles.read(from, interactions.items());
    return new EaseModel(
        kernels, interactions, inverse, recency, new Popularity(interactions), provenance);
  }

  @Override
  protected List<ScoredItem> best(Interactions row, int limit) {
    float[] sums = new float[row.items()];
    int[] past = row.sequence(0);
    double say = 1;
    for (int k = past.length - 1; k >= 0; k--, say *= recency) {
      inverse.addRow(kernels, past[k], (float) say, sums);
    }
    Best best = new Best(limit);
    for (int i = 0; i < sums.length; i++) {
      float score = -sums[i] / inverse.get(i, i);
      if (score >= best.worst() && popular().users(i) > 0 && !row.has(0, i)) {
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
  protected Optional<Contribution> reason(int[] past, int item) {
    Largest largest = new Largest();
    double say = 1;
    for (int k = past.length - 1; k >= 0; k--, say *= recency) {
      largest.offer(past[k], say * weight(past[k], item));
    }
    return largest.found();
  }
}
