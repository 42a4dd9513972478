package org.marquetry.recommend.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Reason;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Standing;
import org.marquetry.recommend.api.Standing.Fate;
import org.marquetry.recommend.api.Whom;
import org.marquetry.recommend.core.rules.Ranking;
import org.marquetry.recommend.core.rules.Ranks;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.core.rules.Ware;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.ProductId;

/// One question to the model, under the rules of this moment. What was bought and may come back is
/// left out of the history, as though it had not been.
final class Answering {
  private final EventHistory history;
  private final Learned learned;
  private final List<SavedRule> rules;
  private final Map<ProductId, Ware> wares;
  private final Map<Integer, Instant> bought;
  private final Interactions row;
  private final Ranking.Ranked model;
  private final Instant now;

  Answering(Learned learned, Whom whom, List<SavedRule> rules, Shelf shelf, Instant now) {
    this.learned = learned;
    this.rules = rules;
    this.now = now;
    history = learned.history();
    wares = rules.isEmpty() ? Map.of() : shelf.wares();
    Optional<Integer> number =
        whom instanceof Whom.Customer(var id)
            ? Optional.ofNullable(history.customerNumbers().get(id))
            : Optional.empty();
    bought = number.map(this::bought).orElse(Map.of());
    Set<Integer> due = new HashSet<>(bought.keySet());
    due.removeIf(item -> !isDue(item));
    row =
        switch (whom) {
          case Whom.Customer _ -> number.map(n -> without(n, due)).orElseGet(() -> row(List.of()));
          case Whom.Session(var products) -> row(products);
        };
    model =
        number.isPresent() && due.isEmpty()
            ? limit -> learned.model().top(number.get(), limit)
            : limit -> learned.model().topFor(row, limit);
  }

  private Map<Integer, Instant> bought(int customer) {
    Interactions all = history.bought();
    Map<Integer, Instant> times = new HashMap<>();
    for (long e = all.start(customer); e < all.start(customer + 1); e++) {
      times.put(all.item(e), Instant.ofEpochMilli(all.time(e)));
    }
    return times;
  }

  /// Whether what was bought may be shown again.
  private boolean isDue(int item) {
    Duration ago = Duration.between(bought.getOrDefault(item, now), now);
    List<Integer> cycles =
        rules.stream()
            .map(saved -> saved.rule().effect())
            .filter(effect -> isOn(effect, item))
            .map(effect -> effect instanceof RuleEffect.Repurchase(var _, int days) ? days : 0)
            .toList();
    return !cycles.isEmpty()
        && cycles.stream().allMatch(days -> ago.compareTo(Duration.ofDays(days)) >= 0);
  }

  private boolean isOn(RuleEffect effect, int item) {
    return effect instanceof RuleEffect.Repurchase(Optional<String> category, int _)
        && category.map(name -> ware(item).isIn(name)).orElse(true);
  }

  private Ware ware(int item) {
    ProductId product = history.products().get(item);
    Ware known = wares.get(product);
    return known == null ? Ware.of(product) : known;
  }

  private Interactions without(int customer, Set<Integer> due) {
    Interactions all = history.pairs().row(customer);
    if (due.isEmpty()) {
      return all;
    }
    InteractionsBuilder builder = Interactions.builder(1, all.items());
    for (long e = 0; e < all.entries(); e++) {
      if (!due.contains(all.item(e))) {
        builder.add(0, all.item(e), all.weight(e), all.time(e));
      }
    }
    return builder.build();
  }

  /// The products that are known, in their order.
  private Interactions row(List<ProductId> products) {
    InteractionsBuilder builder = Interactions.builder(1, history.products().size());
    int place = 0;
    for (ProductId product : products) {
      Integer number = history.productNumbers().get(product);
      place++;
      if (number != null) {
        builder.add(0, number, 1, place);
      }
    }
    return builder.build();
  }

  private Ranking ranking() {
    return new Ranking(rules, this::ware);
  }

  Ranks ranks(int limit) {
    return ranking().of(model, limit, history.products().size());
  }

  /// The products with the reasons for them.
  List<Recommendation> explained(List<ScoredItem> items) {
    if (row.entries() == 0) {
      return items.stream()
          .map(i -> new Recommendation(product(i), i.score(), Basis.POPULARITY, Optional.empty()))
          .toList();
    }
    List<Optional<Contribution>> reasons =
        learned.model().reasons(row, items.stream().map(ScoredItem::item).toList());
    return IntStream.range(0, items.size())
        .mapToObj(k ->
            new Recommendation(
                product(items.get(k)),
                items.get(k).score(),
                Basis.HISTORY,
                reasons.get(k).map(this::reason)))
        .toList();
  }

  private ProductId product(ScoredItem item) {
    return history.products().get(item.item());
  }

  private Reason reason(Contribution c) {
    return new Reason(history.products().get(c.pastItem()), c.contribution(), c.share());
  }

  Slate slate(int limit) {
    Ranks ranks = ranks(limit);
    List<Recommendation> shown = explained(ranks.items());
    List<Ranks.Moved> moved = ranks.moved();
    return new Slate(
        IntStream.range(0, shown.size())
            .mapToObj(k ->
                new Slate.Shown(
                    shown.get(k), moved.get(k).modelRank(), k + 1, moved.get(k).rules()))
            .toList(),
        ranks.out().stream()
            .limit(Slate.MAX_OUT)
            .map(o -> new Slate.Out(history.products().get(o.item()), o.modelRank(), o.rule()))
            .toList());
  }

  /// @param most how long a list is made
  Standing standing(ProductId product, int most) {
    Integer item = history.productNumbers().get(product);
    List<ScoredItem> whole = model.best(history.products().size());
    if (item == null) {
      return standing(Fate.UNKNOWN, whole.size(), List.of());
    }
    if (row.has(0, item)) {
      return bought.containsKey(item)
          ? standing(Fate.BOUGHT, whole.size(), cycles(item))
          : standing(Fate.HAD, whole.size(), List.of());
    }
    return ranking()
        .ofAll(whole, most)
        .find(item)
        .map(place ->
            new Standing(
                place.out() ? Fate.OUT : Fate.RANKED,
                OptionalInt.of(place.modelRank()),
                whole.size(),
                place.rank() == 0 ? OptionalInt.empty() : OptionalInt.of(place.rank()),
                place.rules()))
        .orElseGet(() -> standing(Fate.UNRANKED, whole.size(), List.of()));
  }

  /// The rules that let it come back later.
  private List<String> cycles(int item) {
    return rules.stream()
        .filter(saved -> isOn(saved.rule().effect(), item))
        .map(SavedRule::id)
        .toList();
  }

  private static Standing standing(Fate fate, int ranked, List<String> rules) {
    return new Standing(fate, OptionalInt.empty(), ranked, OptionalInt.empty(), rules);
  }
}
