package org.marquetry.recommend.sequence;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

/// Ranks items by how well they would come next in a history.
final class SequenceModel extends HistoryModel {
  private final Kernels kernels;
  private final Network network;

  SequenceModel(
      Kernels kernels,
      Interactions history,
      Network network,
      Popularity popular,
      Provenance provenance) {
    super(history, popular, provenance);
    this.kernels = kernels;
    this.network = network;
  }

  @Override
  public boolean write(DataOutput to) throws IOException {
    to.writeInt(SequenceTrainer.FORMAT);
    for (Group group : network.groups()) {
      Kept.write(group.value(), to);
    }
    return true;
  }

  private float[] state(int[] past) {
    return new Pass(kernels, network).last(past);
  }

  private float score(float[] state, int item) {
    return network.score(kernels, state, item);
  }

  @Override
  protected List<ScoredItem> best(Interactions row, int limit) {
    float[] state = state(row.sequence(0));
    Best best = new Best(limit);
    for (int item = 0; item < row.items(); item++) {
      if (popular().users(item) == 0) {
        continue; // nothing was learned of it
      }
      float score = score(state, item);
      if (score >= best.worst() && !row.has(0, item)) {
        best.offer(item, score);
      }
    }
    return best.list();
  }

  /// By leaving each item of the history out: what the score loses is what the item adds.
  @Override
  protected Optional<Contribution> reason(int[] all, int item) {
    int length = network.options().length();
    int[] past = Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length);
    Largest largest = new Largest();
    if (past.length == 1) {
      largest.offer(past[0], 1);
    }
    float whole = past.length < 2 ? 0 : score(state(past), item);
    for (int k = 0; k < past.length && past.length > 1; k++) {
      int left = k;
      int[] others =
          IntStream.range(0, past.length).filter(j -> j != left).map(j -> past[j]).toArray();
      largest.offer(past[k], whole - score(state(others), item));
    }
    return largest.found();
  }
}
