package org.marquetry.recommend.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marquetry.lib.model.Best;
import org.marquetry.lib.model.Popularity;
import org.marquetry.math.linear.Kernels;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Ranks items by how well they would come next in a history. Who has no history gets what most
/// users had.
final class SequenceModel implements Model {
  private final Kernels kernels;
  private final Interactions history;
  private final Network network;
  private final Popularity popular;
  private final Provenance provenance;

  SequenceModel(
      Kernels kernels,
      Interactions history,
      Network network,
      Popularity popular,
      Provenance provenance) {
    this.kernels = kernels;
    this.history = history;
    this.network = network;
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
    return best(state(row.sequence(0)), limit, item -> row.has(0, item));
  }

  private float[] state(int[] past) {
    return new Pass(kernels, network).last(past);
  }

  private float score(float[] state, int item) {
    return network.score(kernels, state, item);
  }

  private List<ScoredItem> best(float[] state, int limit, IntPredicate excluded) {
    Best best = new Best(limit);
    for (int item = 0; item < history.items(); item++) {
      if (popular.users(item) == 0) {
        continue; // nothing was learned of it
      }
      float score = score(state, item);
      if (score >= best.worst() && !excluded.test(item)) {
        best.offer(item, score);
      }
    }
    return best.list();
  }

  /// By leaving each item of the history out: what the score loses is what the item adds.
  @Override
  public Optional<Contribution> reason(int user, int item) {
    return reason(history.sequence(user), item);
  }

  @Override
  public List<Optional<Contribution>> reasons(Interactions row, List<Integer> items) {
    int[] all = row.sequence(0);
    return items.stream().map(item -> reason(all, item)).toList();
  }

  private Optional<Contribution> reason(int[] all, int item) {
    int length = network.options().length();
    int[] past = Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length);
    if (past.length < 2) {
      return past.length == 0 ? Optional.empty() : Optional.of(new Contribution(past[0], 1, 1));
    }
    float whole = score(state(past), item);
    int most = -1;
    double largest = 0;
    double sum = 0;
    for (int k = 0; k < past.length; k++) {
      int left = k;
      int[] others =
          IntStream.range(0, past.length).filter(j -> j != left).map(j -> past[j]).toArray();
      double adds = Math.max(0, whole - score(state(others), item));
      sum += adds;
      if (adds > largest) {
        largest = adds;
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
