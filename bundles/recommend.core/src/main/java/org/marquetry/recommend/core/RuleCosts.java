package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Whom;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Saved;
import org.marquetry.warehouse.api.Warehouse;

/// What each rule cost in the past, and what leaning to an end would have: how many later purchases
/// stood on the lists without the rule and do not with it. The model knows nothing from after the
/// moment of the lists; stock and prices are those of now, for those of then are not kept.
///
/// A purchase that was on no list may have been brought about by one, so this is what the rules
/// cost on what people did, not on what they would have done.
final class RuleCosts {
  /// Most people who are asked about; of more, evenly spread ones.
  static final int MOST_PEOPLE = 2_000;

  /// How long a list is.
  static final int LENGTH = 10;

  private static final String BOUGHT =
      """
      SELECT customer_id, product_id, sum(CASE WHEN currency = ? THEN net_minor ELSE 0 END) AS minor
      FROM v1.order_lines
      WHERE kept AND customer_id IS NOT NULL AND product_id IS NOT NULL AND ordered_at >= ?
      GROUP BY customer_id, product_id
      """;

  private static final List<Double> STRENGTHS = List.of(-1.0, -0.5, 0.5, 1.0);

  private final Learned learned;
  private final List<SavedRule> rules;
  private final Shelf shelf;
  private final Instant from;

  /// @param learned from what happened before `from` only
  RuleCosts(Learned learned, List<SavedRule> rules, Shelf shelf, Instant from) {
    this.learned = learned;
    this.rules = rules;
    this.shelf = shelf;
    this.from = from;
  }

  /// @param people whose lists were made
  /// @param hits purchases that stood on them, with all rules
  /// @param rules by id, and each strength of each axis as `novelty:-0.5`
  record Report(int people, long hits, Map<String, Cost> rules) {}

  /// @param hits purchases that the rule kept off the lists; below 0: that it put on them
  /// @param within half of a 95 % interval of it
  /// @param minor what they came to, in the shop's currency
  record Cost(long hits, double within, long minor) {}

  /// What each customer bought from a moment on, and for how much.
  static Map<CustomerId, Map<ProductId, Long>> bought(
      Warehouse warehouse, Instant from, String currency) {
    Map<CustomerId, Map<ProductId, Long>> all =
        new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    warehouse.scan(
        BOUGHT,
        List.of(currency, from),
        row ->
            all.computeIfAbsent(new CustomerId(row.string("customer_id")), _ -> new HashMap<>())
                .put(new ProductId(row.string("product_id")), row.longValue("minor")));
    return all;
  }

  /// What is weighed: a list with something and one without it.
  ///
  /// @param key under which it is told
  private record Trial(String key, List<SavedRule> with, List<SavedRule> without) {}

  /// @param bought by customer, in an order that says nothing of them
  /// @return empty when it was cancelled
  Optional<Report> measure(
      Map<CustomerId, Map<ProductId, Long>> bought, BooleanSupplier cancelled) {
    List<CustomerId> people =
        bought.keySet().stream()
            .filter(id -> learned.history().customerNumbers().containsKey(id))
            .toList();
    List<Trial> trials = new ArrayList<>();
    rules.forEach(rule -> trials.add(new Trial(rule.id(), rules, without(rule::equals))));
    trials.addAll(leans());
    int step = Math.max(1, people.size() / MOST_PEOPLE);
    int asked = 0;
    long hits = 0;
    Map<String, Sum> sums = new HashMap<>();
    for (int p = 0; p < people.size(); p += step) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      CustomerId customer = people.get(p);
      Map<ProductId, Long> then = bought.getOrDefault(customer, Map.of());
      Map<List<SavedRule>, Set<ProductId>> found = new HashMap<>();
      Function<List<SavedRule>, Set<ProductId>> list =
          some -> found.computeIfAbsent(some, s -> onList(customer, s, then.keySet()));
      asked++;
      hits += list.apply(rules).size();
      for (Trial trial : trials) {
        Set<ProductId> with = list.apply(trial.with);
        Set<ProductId> without = list.apply(trial.without);
        sums.computeIfAbsent(trial.key, _ -> new Sum())
            .add(without.size() - with.size(), minor(without, then) - minor(with, then));
      }
    }
    int n = asked;
    Map<String, Cost> costs = new HashMap<>();
    trials.forEach(t -> costs.put(t.key, sums.getOrDefault(t.key, new Sum()).cost(n)));
    return Optional.of(new Report(asked, hits, costs));
  }

  /// Lists that lean, each strength beside lists that lean to neither end of its axis.
  private List<Trial> leans() {
    List<Trial> trials = new ArrayList<>();
    for (RuleEffect.Axis axis : RuleEffect.Axis.values()) {
      List<SavedRule> upright =
          without(rule ->
              rule.rule().effect() instanceof RuleEffect.Lean(var leant, var _) && leant == axis);
      for (double strength : STRENGTHS) {
        String key = leanKey(axis, strength);
        RecommendationRule lean = RecommendationRule.of(new RuleEffect.Lean(axis, strength));
        List<SavedRule> leaning = new ArrayList<>(upright);
        leaning.add(new SavedRule(key, 1, lean, Saved.Act.CREATED, from, ""));
        trials.add(new Trial(key, leaning, upright));
      }
    }
    return trials;
  }

  private static String leanKey(RuleEffect.Axis axis, double strength) {
    return axis.name().toLowerCase(Locale.ROOT) + ":" + strength;
  }

  private List<SavedRule> without(Predicate<SavedRule> some) {
    return rules.stream().filter(some.negate()).toList();
  }

  private Set<ProductId> onList(CustomerId id, List<SavedRule> some, Set<ProductId> wanted) {
    Answering answering =
        new Answering(learned, new Whom.Customer(id), List.of(), some, shelf, from);
    Set<ProductId> found = new HashSet<>();
    for (ScoredItem item : answering.ranks(LENGTH).items()) {
      ProductId product = learned.history().products().get(item.item());
      if (wanted.contains(product)) {
        found.add(product);
      }
    }
    return found;
  }

  private static long minor(Set<ProductId> products, Map<ProductId, Long> prices) {
    return products.stream().mapToLong(p -> prices.getOrDefault(p, 0L)).sum();
  }

  private static final class Sum {
    private long hits;
    private long squares;
    private long minor;

    void add(long lost, long money) {
      hits += lost;
      squares += lost * lost;
      minor += money;
    }

    /// Paired differences over `n` people.
    Cost cost(int n) {
      double mean = n == 0 ? 0 : (double) hits / n;
      double variance = n < 2 ? 0 : (squares - n * mean * mean) / (n - 1);
      return new Cost(hits, 1.96 * Math.sqrt(Math.max(0, variance) * n), minor);
    }
  }
}
