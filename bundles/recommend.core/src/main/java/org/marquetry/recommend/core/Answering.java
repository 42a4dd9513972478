package org.marquetry.recommend.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.Reason;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Standing;
import org.marquetry.recommend.api.Standing.Fate;
import org.marquetry.recommend.api.Whom;
import org.marquetry.recommend.core.rules.Familiar;
import org.marquetry.recommend.core.rules.Ranking;
import org.marquetry.recommend.core.rules.Ranks;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.core.rules.Ware;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.ProductId;

/// One question to the model, under the rules of this moment. What somebody did since the model
/// learned is folded in; what was bought and may come back is left out of the history, as though it
/// had not been.
final class Answering {
  private final EventHistory history;
  private final Learned learned;
  private final List<SavedRule> rules;
  private final Map<ProductId, Ware> wares;
  private final Map<Integer, Instant> bought;
  private final Interactions row;
  private final Ranking.Ranked model;
  private final Ranking ranking;
  private final Instant now;

  /// @param recent what they did lately; what the model knows already is passed over
  Answering(
      Learned learned,
      Whom whom,
      List<Recent.Done> recent,
      List<SavedRule> rules,
      Shelf shelf,
      Instant now) {
    this.learned = learned;
    this.rules = rules;
    this.now = now;
    history = learned.history();
    wares = rules.isEmpty() ? Map.of() : shelf.wares();
    Optional<Integer> number =
        whom instanceof Whom.Customer(var id)
            ? Optional.ofNullable(history.customerNumbers().get(id))
            : Optional.empty();
    Past past =
        whom instanceof Whom.Session(var products)
            ? Past.of(history, products)
            : Past.of(history, number, recent);
    bought = past.bought();
    Set<Integer> due = new HashSet<>(bought.keySet());
    due.removeIf(item -> !isDue(item));
    row = past.without(due);
    model =
        number.isPresent() && due.isEmpty() && !past.isNewer()
            ? limit -> learned.model().top(number.get(), limit)
            : limit -> learned.model().topFor(row, limit);
    ranking = new Ranking(rules, new Seen());
  }

  /// As though somebody had not had to do with an item, which is not shown either.
  private Answering(Answering now, int forgotten) {
    learned = now.learned;
    rules = now.rules;
    history = now.history;
    wares = now.wares;
    bought = now.bought;
    this.now = now.now;
    row = Past.without(now.row, Set.of(forgotten));
    model =
        limit ->
            learned.model().topFor(row, limit + 1).stream()
                .filter(scored -> scored.item() != forgotten)
                .limit(limit)
                .toList();
    ranking = new Ranking(rules, new Seen());
  }

  /// The items of the model, with the eyes of whom is asked for.
  private final class Seen implements Ranking.Items {
    private @Nullable Familiar familiar;

    @Override
    public Ware ware(int item) {
      return Answering.this.ware(item);
    }

    @Override
    public OptionalDouble popularity(int item) {
      return OptionalDouble.of(learned.popularity().of(item));
    }

    @Override
    public OptionalDouble novelty(Ware ware) {
      if (familiar == null) {
        familiar =
            new Familiar(
                LongStream.range(0, row.entries())
                    .mapToObj(e -> Answering.this.ware(row.item(e)))
                    .toList());
      }
      return familiar.novelty(ware);
    }
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

  Ranks ranks(int limit) {
    return ranking.of(model, limit, history.products().size());
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
    return ranking
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

  /// @param most how long a list is made
  Counterfactual without(ProductId product, ProductId past, int most) {
    Integer item = history.productNumbers().get(product);
    Integer forgotten = history.productNumbers().get(past);
    if (item == null || forgotten == null) {
      return new Counterfactual(OptionalInt.empty(), Optional.empty());
    }
    List<ScoredItem> then = new Answering(this, forgotten).ranks(most).items();
    int place = place(item, ranks(most).items());
    int placeThen = place(item, then);
    return new Counterfactual(
        placeThen == 0 ? OptionalInt.empty() : OptionalInt.of(placeThen),
        place == 0 || place == placeThen || place > then.size()
            ? Optional.empty()
            : Optional.of(product(then.get(place - 1))));
  }

  /// From 1; 0: it is not there.
  private static int place(int item, List<ScoredItem> list) {
    for (int k = 0; k < list.size(); k++) {
      if (list.get(k).item() == item) {
        return k + 1;
      }
    }
    return 0;
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
