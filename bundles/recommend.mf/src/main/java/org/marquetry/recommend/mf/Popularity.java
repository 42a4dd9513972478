package org.marquetry.recommend.mf;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.ScoredItem;

/// Items by how many users had them: the answer for those of whom nothing is known.
final class Popularity {
  private final List<ScoredItem> order;

  Popularity(Interactions data) {
    int[] users = new int[data.items()];
    for (long k = 0; k < data.entries(); k++) {
      users[data.item(k)]++;
    }
    order =
        IntStream.range(0, users.length)
            .filter(i -> users[i] > 0)
            .mapToObj(i -> new ScoredItem(i, (double) users[i] / data.users()))
            .sorted(Comparator.comparingDouble(i -> -i.score()))
            .toList();
  }

  List<ScoredItem> top(int limit, IntPredicate excluded) {
    return order.stream().filter(i -> !excluded.test(i.item())).limit(limit).toList();
  }
}
