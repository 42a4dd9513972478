package org.marquetry.recommend.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.spi.ScoredItem;

/// What the rules make of the list of a model. Immutable.
///
/// First each product is judged by itself: `hide`, `in stock` and `margin floor` take out, `weigh`
/// and `lean` change the score. The rest, by score and then by the model's order, is the queue; a
/// product's relevance is `1 / log2(1 + place)` in it. Then the list grows by one product at a
/// time, the one of the largest marginal relevance that `quota` and `one variant` still allow.
///
/// The model is asked for a beginning of its list, and for a longer one as long as what was not
/// seen could change the answer: it is always that of the whole list.
public final class Ranking {
  private static final int DEEPER = 4;
  private static final int SPARE = 16;
  private static final double LEANING = 4;

  private final List<SavedRule> rules;
  private final Items items;
  private final double largestFactor;
  private final double diversity;
  private final Optional<String> diversityRule;

  /// @param rules in any order
  /// @param items of the model, as somebody sees them
  public Ranking(List<SavedRule> rules, Items items) {
    this.rules = List.copyOf(rules);
    this.items = items;
    double factor = 1;
    double strongest = 0;
    Optional<String> strongestRule = Optional.empty();
    for (SavedRule saved : rules) {
      if (saved.rule().effect() instanceof RuleEffect.Weigh(var _, double f)) {
        factor *= Math.max(1, f);
      }
      if (saved.rule().effect() instanceof RuleEffect.Lean(var _, double s)) {
        factor *= leaning(Math.abs(s), 1);
      }
      if (saved.rule().effect() instanceof RuleEffect.Diversity(double s) && s > strongest) {
        strongest = s;
        strongestRule = Optional.of(saved.id());
      }
    }
    largestFactor = factor;
    diversity = strongest;
    diversityRule = strongestRule;
  }

  /// What rules ask about the items of a model.
  public interface Items {
    Ware ware(int item);

    /// On [RuleEffect.Axis#POPULARITY].
    default OptionalDouble popularity(int item) {
      return OptionalDouble.empty();
    }

    /// On [RuleEffect.Axis#NOVELTY].
    default OptionalDouble novelty(Ware ware) {
      return OptionalDouble.empty();
    }
  }

  /// A model's list, the best first.
  public interface Ranked {
    /// Return its beginning: what is asked for once is the beginning of what is asked for later.
    List<ScoredItem> best(int limit);
  }

  /// @param modelRank its place in the model's list, from 1
  /// @param score after the rules
  /// @param weighed ids of the rules that changed the score
  record Candidate(
      int item, double modelScore, int modelRank, double score, List<String> weighed, Ware ware) {}

  /// Rank.
  ///
  /// @param limit at least 1
  /// @param items how many the model knows
  public Ranks of(Ranked model, int limit, int items) {
    int depth = rules.isEmpty() ? limit : 2 * limit + SPARE;
    while (true) {
      depth = Math.min(depth, items);
      List<ScoredItem> seen = model.best(depth);
      boolean isWhole = seen.size() < depth || depth == items;
      Queue queue = queue(seen, isWhole);
      Optional<Greedy> chosen = Greedy.choose(this, queue, limit);
      if (chosen.isPresent()) {
        return new Ranks(queue, chosen.get(), diversityRule);
      }
      depth = (int) Math.min(items, (long) DEEPER * depth);
    }
  }

  /// Rank all that the model ranks.
  public Ranks ofAll(List<ScoredItem> whole, int limit) {
    Queue queue = queue(whole, true);
    return new Ranks(queue, Greedy.choose(this, queue, limit).orElseThrow(), diversityRule);
  }

  private Queue queue(List<ScoredItem> seen, boolean isWhole) {
    List<Candidate> in = new ArrayList<>(seen.size());
    Map<Integer, Queue.Out> out = new HashMap<>();
    for (int k = 0; k < seen.size(); k++) {
      Candidate candidate = judged(seen.get(k), k + 1);
      Optional<String> rule = takenOut(candidate.ware());
      if (rule.isPresent()) {
        out.put(candidate.item(), new Queue.Out(candidate, rule.get()));
      } else {
        in.add(candidate);
      }
    }
    double unseen =
        isWhole || seen.isEmpty()
            ? Double.NEGATIVE_INFINITY
            : weigh(seen.getLast().score(), largestFactor);
    return Queue.of(in, out, isWhole, unseen);
  }

  private Candidate judged(ScoredItem item, int rank) {
    Ware ware = items.ware(item.item());
    double score = item.score();
    List<String> weighed = List.of();
    for (SavedRule saved : rules) {
      double factor = factor(saved.rule().effect(), item.item(), ware);
      if (factor != 1) {
        score = weigh(score, factor);
        weighed = new ArrayList<>(weighed);
        weighed.add(saved.id());
      }
    }
    return new Candidate(item.item(), item.score(), rank, score, weighed, ware);
  }

  private double factor(RuleEffect effect, int item, Ware ware) {
    return switch (effect) {
      case RuleEffect.Weigh(var target, double factor) -> ware.is(target) ? factor : 1;
      case RuleEffect.Lean(var axis, double strength) -> {
        OptionalDouble value =
            switch (axis) {
              case NOVELTY -> items.novelty(ware);
              case MARGIN -> ware.margin();
              case POPULARITY -> items.popularity(item);
            };
        yield value.isPresent() ? leaning(strength, Math.clamp(value.getAsDouble(), 0, 1)) : 1;
      }
      case RuleEffect.Hide _,
          RuleEffect.InStock _,
          RuleEffect.MarginFloor _,
          RuleEffect.Quota _,
          RuleEffect.OneVariant _,
          RuleEffect.Repurchase _,
          RuleEffect.Diversity _ ->
          1;
    };
  }

  private static double leaning(double strength, double value) {
    return Math.pow(LEANING, strength * (2 * value - 1));
  }

  private static double weigh(double score, double factor) {
    return score >= 0 ? score * factor : score / factor;
  }

  private Optional<String> takenOut(Ware ware) {
    return rules.stream()
        .filter(saved -> takesOut(saved.rule().effect(), ware))
        .map(SavedRule::id)
        .findFirst();
  }

  private static boolean takesOut(RuleEffect effect, Ware ware) {
    return switch (effect) {
      case RuleEffect.Hide(var target) -> ware.is(target);
      case RuleEffect.InStock(int least) ->
          ware.stock().isPresent() && ware.stock().getAsLong() < least;
      case RuleEffect.MarginFloor(double share) ->
          ware.margin().isPresent() && ware.margin().getAsDouble() < share;
      case RuleEffect.Weigh _,
          RuleEffect.Quota _,
          RuleEffect.OneVariant _,
          RuleEffect.Repurchase _,
          RuleEffect.Diversity _,
          RuleEffect.Lean _ ->
          false;
    };
  }

  /// The rule that lets a product not stand beside those of a list.
  Optional<String> blocks(List<Candidate> list, Ware ware) {
    return rules.stream()
        .filter(saved -> isFull(saved.rule().effect(), list, ware))
        .map(SavedRule::id)
        .findFirst();
  }

  private static boolean isFull(RuleEffect effect, List<Candidate> list, Ware ware) {
    return switch (effect) {
      case RuleEffect.OneVariant() ->
          ware.family().isPresent()
              && list.stream().anyMatch(c -> c.ware().family().equals(ware.family()));
      case RuleEffect.Quota(Optional<String> category, int most) ->
          category
              .map(name ->
                  ware.isIn(name) && list.stream().filter(c -> c.ware().isIn(name)).count() >= most)
              .orElseGet(() ->
                  ware.category().isPresent()
                      && list.stream()
                              .filter(c -> c.ware().category().equals(ware.category()))
                              .count()
                          >= most);
      case RuleEffect.Hide _,
          RuleEffect.InStock _,
          RuleEffect.MarginFloor _,
          RuleEffect.Weigh _,
          RuleEffect.Repurchase _,
          RuleEffect.Diversity _,
          RuleEffect.Lean _ ->
          false;
    };
  }

  double diversity() {
    return diversity;
  }
}
