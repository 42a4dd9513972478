package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;

/// What somebody did: what the model learned from, and what came since.
///
/// @param row over the products of the model, one row
/// @param bought when each item was bought last
/// @param isNewer whether something came since
record Past(Interactions row, Map<Integer, Instant> bought, boolean isNewer) {
  /// Of a basket, in its order; products that the model does not know are passed over.
  static Past of(EventHistory history, List<ProductId> products) {
    InteractionsBuilder row = Interactions.builder(1, history.products().size());
    int place = 0;
    for (ProductId product : products) {
      Integer item = history.productNumbers().get(product);
      place++;
      if (item != null) {
        row.add(0, item, 1, place);
      }
    }
    return new Past(row.build(), Map.of(), true);
  }

  /// Of somebody whom the model may know by a number. An event counts as one of a new pair does:
  /// `strength * log2(1 + times)`, on top of what the model knows of the pair.
  static Past of(EventHistory history, Optional<Integer> number, List<Recent.Done> recent) {
    Interactions known =
        number
            .map(history.pairs()::row)
            .orElseGet(() -> Interactions.builder(1, history.products().size()).build());
    Map<Integer, Instant> bought = number.map(n -> bought(history, n)).orElseGet(HashMap::new);
    if (recent.isEmpty()) {
      return new Past(known, bought, false);
    }
    Map<Integer, Long> latest = new HashMap<>();
    for (long e = 0; e < known.entries(); e++) {
      latest.put(known.item(e), known.time(e));
    }
    Map<Pair, Since> since = new HashMap<>();
    for (Recent.Done done : recent) {
      Integer item = history.productNumbers().get(done.product());
      long at = done.at().toEpochMilli();
      if (item != null
          && history.strengths().containsKey(done.type())
          && at > latest.getOrDefault(item, Long.MIN_VALUE)) {
        since.merge(new Pair(item, done.type()), new Since(1, at), Since::and);
        if (done.type().equals(EventTypes.ORDERED)) {
          bought.merge(item, done.at(), (one, other) -> one.isAfter(other) ? one : other);
        }
      }
    }
    InteractionsBuilder row = Interactions.builder(1, history.products().size());
    for (long e = 0; e < known.entries(); e++) {
      row.add(0, known.item(e), known.weight(e), known.time(e));
    }
    since.forEach((pair, s) -> {
      double strength = history.strengths().getOrDefault(pair.type, 0.0);
      row.add(0, pair.item, strength * Math.log1p(s.times) / Math.log(2), s.latest);
    });
    return new Past(row.build(), bought, !since.isEmpty());
  }

  private record Pair(int item, String type) {}

  private record Since(int times, long latest) {
    Since and(Since other) {
      return new Since(times + other.times, Math.max(latest, other.latest));
    }
  }

  private static Map<Integer, Instant> bought(EventHistory history, int customer) {
    Interactions all = history.bought();
    Map<Integer, Instant> times = new HashMap<>();
    for (long e = all.start(customer); e < all.start(customer + 1); e++) {
      times.put(all.item(e), Instant.ofEpochMilli(all.time(e)));
    }
    return times;
  }

  /// The row as though somebody had not had to do with some items.
  Interactions without(Set<Integer> items) {
    return without(row, items);
  }

  static Interactions without(Interactions row, Set<Integer> items) {
    if (items.isEmpty()) {
      return row;
    }
    InteractionsBuilder rest = Interactions.builder(1, row.items());
    for (long e = 0; e < row.entries(); e++) {
      if (!items.contains(row.item(e))) {
        rest.add(0, row.item(e), row.weight(e), row.time(e));
      }
    }
    return rest.build();
  }
}
