package org.marquetry.recommend.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Saved.Act;

/// The lists against those of a plain reading of the rules over the whole list of the model.
class RankingTest {
  private static final int ITEMS = 150;

  private static SavedRule rule(String id, RuleEffect effect) {
    return new SavedRule(
        id, 1, RecommendationRule.of(effect), Act.CREATED, Instant.EPOCH, "somebody");
  }

  private static RuleTarget target(RuleTarget.Kind kind, String value) {
    return new RuleTarget(kind, value);
  }

  /// Some products have no category, stock, cost or variants.
  private static Ware ware(int item, SplittableRandom random) {
    boolean known = random.nextInt(8) > 0;
    int category = random.nextInt(6);
    return new Ware(
        new ProductId("p" + item),
        known ? Optional.of("c" + category) : Optional.empty(),
        known ? Optional.of("s" + category + random.nextInt(3)) : Optional.empty(),
        known ? Optional.of("b" + random.nextInt(5)) : Optional.empty(),
        random.nextBoolean() ? Optional.of("f" + random.nextInt(60)) : Optional.empty(),
        known ? OptionalLong.of(random.nextInt(5)) : OptionalLong.empty(),
        known ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty());
  }

  private static List<SavedRule> rules(SplittableRandom random) {
    List<RuleEffect> all =
        new ArrayList<>(
            List.of(
                new RuleEffect.Hide(target(RuleTarget.Kind.BRAND, "B1")),
                new RuleEffect.Hide(target(RuleTarget.Kind.PRODUCT, "p7")),
                new RuleEffect.InStock(1 + random.nextInt(2)),
                new RuleEffect.MarginFloor(0.2),
                new RuleEffect.OneVariant(),
                new RuleEffect.Quota(Optional.empty(), 1 + random.nextInt(4)),
                new RuleEffect.Quota(Optional.of("s21"), 1),
                new RuleEffect.Weigh(target(RuleTarget.Kind.CATEGORY, "s11"), 1.5),
                new RuleEffect.Weigh(target(RuleTarget.Kind.BRAND, "b2"), 0.3),
                new RuleEffect.Weigh(target(RuleTarget.Kind.CATEGORY, "c1"), 1.2),
                new RuleEffect.Lean(RuleEffect.Axis.NOVELTY, -0.5),
                new RuleEffect.Lean(RuleEffect.Axis.MARGIN, 0.05 + random.nextDouble() / 10),
                new RuleEffect.Lean(RuleEffect.Axis.POPULARITY, 0.1),
                new RuleEffect.Diversity(0.1 + 0.7 * random.nextDouble())));
    all.removeIf(_ -> random.nextBoolean());
    return IntStream.range(0, all.size()).mapToObj(k -> rule("r" + k, all.get(k))).toList();
  }

  /// Scores of both signs, some equal.
  private static List<ScoredItem> ranked(SplittableRandom random) {
    double above = random.nextBoolean() ? 0 : -20;
    return IntStream.range(0, ITEMS)
        .mapToObj(i -> new ScoredItem(i, above + random.nextInt(300) / 10.0))
        .sorted(
            Comparator.comparingDouble((ScoredItem i) -> -i.score())
                .thenComparingInt(ScoredItem::item))
        .toList();
  }

  private static Ranking.Items items(List<Ware> wares, List<Integer> past) {
    Familiar familiar = new Familiar(past.stream().map(wares::get).toList());
    return new Ranking.Items() {
      @Override
      public Ware ware(int item) {
        return wares.get(item);
      }

      @Override
      public OptionalDouble popularity(int item) {
        return OptionalDouble.of(Plain.popularity(item));
      }

      @Override
      public OptionalDouble novelty(Ware ware) {
        return familiar.novelty(ware);
      }
    };
  }

  @Test
  void whatIsShownIsWhatTheRulesMakeOfTheWholeList() {
    long seed = Long.getLong("tests.seed", 20261130);
    int deep = 0;
    for (int turn = 0; turn < 120; turn++) {
      SplittableRandom random = new SplittableRandom(seed + turn);
      List<Ware> wares = IntStream.range(0, ITEMS).mapToObj(i -> ware(i, random)).toList();
      List<ScoredItem> whole = ranked(random);
      List<SavedRule> rules = rules(random);
      int limit = 1 + random.nextInt(turn % 20 == 0 ? ITEMS + 10 : 30);
      List<Integer> past = List.of(3, 30).subList(0, turn % 3);
      Ranking.Items items = items(wares, past);
      int[] asked = new int[1];
      Ranks ranks =
          new Ranking(rules, items)
              .of(
                  n -> {
                    asked[0] = Math.max(asked[0], n);
                    return whole.subList(0, Math.min(n, whole.size()));
                  },
                  limit,
                  ITEMS);
      List<Integer> expected = Plain.list(whole, wares, past, rules, limit);
      assertEquals(
          expected,
          ranks.items().stream().map(ScoredItem::item).toList(),
          "tests.seed " + seed + ", turn " + turn + ", " + rules);
      deep += asked[0] < ITEMS ? 1 : 0;
      placesAgree(ranks, expected, new Ranking(rules, items).ofAll(whole, ITEMS));
    }
    assertTrue(deep > 45, "the whole list was asked for too often: not for " + deep);
  }

  private static void placesAgree(Ranks ranks, List<Integer> expected, Ranks all) {
    for (int k = 0; k < expected.size(); k++) {
      Ranks.Place place = all.find(expected.get(k)).orElseThrow();
      assertEquals(k + 1, place.rank());
      Ranks.Moved moved = ranks.moved().get(k);
      assertEquals(place.modelRank(), moved.modelRank());
      if (place.modelRank() != k + 1) {
        assertTrue(!moved.rules().isEmpty(), "something moved it: " + place);
      }
    }
    for (Ranks.Out out : ranks.out()) {
      Ranks.Place place = all.find(out.item()).orElseThrow();
      assertTrue(place.out() && place.rank() == 0, out + " " + place);
    }
  }

  @Test
  void withoutRulesTheModelIsAskedForNoMoreThanIsShown() {
    List<ScoredItem> whole = ranked(new SplittableRandom(1));
    List<Integer> asked = new ArrayList<>();
    Ranks ranks =
        new Ranking(List.of(), i -> Ware.of(new ProductId("p" + i)))
            .of(
                n -> {
                  asked.add(n);
                  return whole.subList(0, n);
                },
                10,
                ITEMS);
    assertEquals(List.of(10), asked);
    assertEquals(whole.subList(0, 10), ranks.items());
    assertEquals(List.of(), ranks.out());
  }

  @Test
  void whatMovedAProductIsNamed() {
    List<ScoredItem> whole =
        IntStream.range(0, 6).mapToObj(i -> new ScoredItem(i, 6.0 - i)).toList();
    List<SavedRule> rules =
        List.of(
            rule("hide", new RuleEffect.Hide(target(RuleTarget.Kind.PRODUCT, "p0"))),
            rule("boost", new RuleEffect.Weigh(target(RuleTarget.Kind.PRODUCT, "p4"), 10)));
    Ranks ranks =
        new Ranking(rules, i -> Ware.of(new ProductId("p" + i))).of(n -> whole.subList(0, n), 3, 6);
    assertEquals(List.of(4, 1, 2), ranks.items().stream().map(ScoredItem::item).toList());
    assertEquals(
        List.of(
            new Ranks.Moved(5, List.of("hide", "boost")),
            new Ranks.Moved(2, List.of("hide", "boost")),
            new Ranks.Moved(3, List.of("hide", "boost"))),
        ranks.moved());
    assertEquals(List.of(new Ranks.Out(0, 1, "hide")), ranks.out());
  }
}
