package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.math.stats.Estimate;
import org.marquetry.shop.api.Interval;

class DifferenceInDifferencesTest {
  private static final double TRUE_EFFECT = 300;
  private final long seed = Long.getLong("tests.seed", 20_260_103L);

  /// A shop that addresses its good customers: the plain difference of spend is far off. The
  /// interval holds the truth in about 95 % of 400 runs (four standard errors: 4.4 points).
  @Test
  void goodCustomersDoNotLookLikeAnEffect() {
    Random random = new Random(seed);
    int runs = 400;
    int held = 0;
    double bias = 0;
    for (int run = 0; run < runs; run++) {
      Estimate effect =
          DifferenceInDifferences.estimate(shop(random, 2_000, TRUE_EFFECT, false), 1, 0.95)
              .orElseThrow()
              .effect();
      held += effect.covers(TRUE_EFFECT) ? 1 : 0;
      bias += (effect.value() - TRUE_EFFECT) / runs;
    }
    double coverage = (double) held / runs;
    double meanBias = bias;
    assertEquals(0.95, coverage, 0.044, () -> "seed " + seed);
    assertEquals(0, meanBias, 0.05 * TRUE_EFFECT, () -> "seed " + seed);
  }

  /// A shop that addresses who bought much just now: what follows is a return to the mean that no
  /// comparison removes. The placebo, one period earlier, must give the alarm: its interval is far
  /// above 0.
  @Test
  void thePlaceboSeesAChoiceByLastSpend() {
    Random random = new Random(seed);
    int alarms = 0;
    for (int run = 0; run < 100; run++) {
      List<Spend> earlierPeriods =
          shop(random, 2_000, 0, true).stream()
              .map(p -> new Spend(p.member(), 0, p.earlier(), p.before()))
              .toList();
      alarms +=
          DifferenceInDifferences.estimate(earlierPeriods, 1, 0.95).orElseThrow().effect().low() > 0
              ? 1
              : 0;
    }
    int seen = alarms;
    assertTrue(seen >= 95, () -> seen + " of 100, seed " + seed);
  }

  @Test
  void membersWithoutACounterpartAreLeftOutAndCounted() {
    List<Spend> people = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      people.add(new Spend(true, 0, 0, i % 7));
      people.add(new Spend(false, 0, 0, i % 5));
      people.add(new Spend(true, 1_000, i, i));
    }
    var found = DifferenceInDifferences.estimate(people, 1, 0.95).orElseThrow();
    assertEquals(50, found.members());
    assertEquals(50, found.unmatched());
  }

  @Test
  void nobodyToCompareWithIsNoEstimate() {
    List<Spend> people = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      people.add(new Spend(true, i, i, i));
    }
    assertTrue(DifferenceInDifferences.estimate(people, 1, 0.95).isEmpty());
  }

  /// By hand: weights 1/4 and 1/4, Q = 12.5 > 1, so the between-variance is 46 and the ends widen.
  @Test
  void poolingWidensWhenEstimatesDisagree() {
    double half = 2 * NormalReach.of(0.95);
    Estimate pooled =
        RandomEffects.pool(
            List.of(
                new Interval(0, -half, half, 0.95), new Interval(10, 10 - half, 10 + half, 0.95)),
            0.95);
    assertEquals(5, pooled.value(), 1e-12);
    assertEquals(NormalReach.of(0.95) * Math.sqrt((4 + 46) / 2.0), pooled.high() - 5, 1e-9);
  }

  private static List<Spend> shop(Random random, int people, double effect, boolean byLast) {
    List<Spend> spends = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      double level = 500 * Math.exp(0.8 * random.nextGaussian());
      double earlier = level * random.nextExponential();
      double before = level * random.nextExponential();
      double attraction = byLast ? before : level;
      boolean member = random.nextDouble() < attraction / (attraction + 2_000);
      double during = level * random.nextExponential() + (member ? effect : 0);
      spends.add(new Spend(member, earlier, before, during));
    }
    return spends;
  }
}
