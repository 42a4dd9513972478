package org.marquetry.recommend.popular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// Items in order of how many users had them.
final class PopularModel implements Model {
  private final Interactions history;
  private final int[] users;
  private final List<Integer> order;
  private final Provenance provenance;

  PopularModel(Interactions history, int[] users, Provenance provenance) {
    this.history = history;
    this.users = users;
    this.provenance = provenance;
    order =
        IntStream.range(0, users.length)
            .filter(i -> users[i] > 0)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> -users[i])
                    .thenComparingInt(Integer::intValue))
            .toList();
  }

  @Override
  public List<ScoredItem> top(int user, int limit) {
    return best(history, user, limit);
  }

  @Override
  public List<ScoredItem> topFor(Interactions row, int limit) {
    return best(row, 0, limit);
  }

  /// Scores are shares of users.
  private List<ScoredItem> best(Interactions had, int user, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    List<ScoredItem> best = new ArrayList<>();
    for (int item : order) {
      if (best.size() == limit) {
        break;
      }
      if (!had.has(user, item)) {
        best.add(new ScoredItem(item, (double) users[item] / history.users()));
      }
    }
    return List.copyOf(best);
  }

  @Override
  public Optional<Contribution> reason(int user, int item) {
    return Optional.empty();
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
