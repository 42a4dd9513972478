package org.marquetry.lib.model;

import java.util.List;
import java.util.Optional;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;

/// A model that answers from a history, whoever it is of: a user of the training data is the
/// history there. Who has none gets what most users had. Holds memory only.
public abstract class HistoryModel implements Model {
  private final Interactions history;
  private final Popularity popular;
  private final Provenance provenance;

  /// @param history what was learned from
  /// @param popular of the same
  protected HistoryModel(Interactions history, Popularity popular, Provenance provenance) {
    this.history = history;
    this.popular = popular;
    this.provenance = provenance;
  }

  /// The best items for a history.
  ///
  /// @param row one row with an entry at least
  /// @param limit at least 1
  protected abstract List<ScoredItem> best(Interactions row, int limit);

  /// Which item of a history speaks most for an item.
  ///
  /// @param past in the order of time
  protected abstract Optional<Contribution> reason(int[] past, int item);

  /// What was learned from.
  protected final Interactions history() {
    return history;
  }

  /// How many users had each item.
  protected final Popularity popular() {
    return popular;
  }

  /// Refuse what is not one row over a model's items.
  ///
  /// @throws IllegalArgumentException says what it is
  public static void checkRow(Interactions row, int items) {
    if (row.users() != 1 || row.items() != items) {
      throw new IllegalArgumentException(
          "history must be one row over %d items, got %d x %d"
              .formatted(items, row.users(), row.items()));
    }
  }

  @Override
  public final List<ScoredItem> top(int user, int limit) {
    return topFor(history.row(user), limit);
  }

  @Override
  public final List<ScoredItem> topFor(Interactions row, int limit) {
    checkRow(row, history.items());
    return row.entries() == 0 ? popular.top(limit, _ -> false) : best(row, limit);
  }

  @Override
  public final Optional<Contribution> reason(int user, int item) {
    return reason(history.sequence(user), item);
  }

  @Override
  public final List<Optional<Contribution>> reasons(Interactions row, List<Integer> items) {
    int[] past = row.sequence(0);
    return items.stream().map(item -> reason(past, item)).toList();
  }

  @Override
  public final Provenance provenance() {
    return provenance;
  }

  @Override
  public final void close() {
    // holds memory only
  }
}
