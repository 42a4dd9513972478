package org.marquetry.lib.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.ScoredItem;

/// Items by how many users had them: the answer for those of whom nothing is known. Immutable.
public final class Popularity {
  private final int[] users;
  private final List<ScoredItem> order;

  public Popularity(Interactions data) {
    users = new int[data.items()];
    for (long k = 0; k < data.entries(); k++) {
      users[data.item(k)]++;
    }
    order =
        IntStream.range(0, users.length)
            .filter(i -> users[i] > 0)
            .mapToObj(i -> new ScoredItem(i, (double) users[i] / data.users()))
            .sorted(Comparator.comparingDouble(i -> -i.score())) // stable
            .toList();
  }

  /// How many users had an item.
  public int users(int item) {
    return users[item];
  }

  /// The items that most users had, with the share of users as score; of equal ones the lower item
  /// first.
  ///
  /// @param excluded items that are left out
  public List<ScoredItem> top(int limit, IntPredicate excluded) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    return order.stream().filter(i -> !excluded.test(i.item())).limit(limit).toList();
  }
}
