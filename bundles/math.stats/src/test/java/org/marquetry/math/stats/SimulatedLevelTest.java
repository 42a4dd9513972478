package org.marquetry.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A/A runs: a test at 5 % must reject about 5 % of the time, an interval at 95 % must cover about
/// 95 %.
///
/// With 4,000 runs the standard error of a 5 % share is 0.35 points; the bound of 1.4 points is
/// four of them.
class SimulatedLevelTest {
  private static final int RUNS = 4_000;
  private static final double BOUND = 0.014;
  private final long seed = Long.getLong("tests.seed", 20_260_101L);

  @Test
  void welchKeepsItsLevelForSkewedMoneyOfUnequalGroups() {
    Random random = new Random(seed);
    int rejected = 0;
    for (int run = 0; run < RUNS; run++) {
      Moments control = new Moments();
      Moments treated = new Moments();
      for (int i = 0; i < 300; i++) {
        (i % 3 == 0 ? treated : control).add(random.nextExponential());
      }
      rejected += WelchTest.of(control, treated, 0.95).p() < 0.05 ? 1 : 0;
    }
    assertEquals(0.05, (double) rejected / RUNS, BOUND, () -> "tests.seed=" + seed);
  }

  @Test
  void rateTestKeepsItsLevelAndItsIntervalCovers() {
    Random random = new Random(seed);
    int rejected = 0;
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      ProportionTest test = ProportionTest.of(draw(random, 200, 0.1), draw(random, 400, 0.1), 0.95);
      rejected += test.p() < 0.05 ? 1 : 0;
      covered += test.effect().covers(0) ? 1 : 0;
    }
    assertEquals(0.05, (double) rejected / RUNS, BOUND, () -> "tests.seed=" + seed);
    assertEquals(0.95, (double) covered / RUNS, BOUND, () -> "tests.seed=" + seed);
  }

  @Test
  void plannedPowerIsReached() {
    Random random = new Random(seed);
    long people = Power.standard().peopleForRates(0.2, 0.3, 0.5);
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      Proportion control = draw(random, (int) people / 2, 0.2);
      Proportion treated = draw(random, (int) people / 2, 0.3);
      found += ProportionTest.of(control, treated, 0.95).p() < 0.05 ? 1 : 0;
    }
    assertEquals(0.8, (double) found / RUNS, 0.03, () -> "tests.seed=" + seed);
  }

  @Test
  void mergedHalvesEqualTheWhole() {
    Random random = new Random(seed);
    Moments whole = new Moments();
    Moments left = new Moments();
    Moments right = new Moments();
    for (int i = 0; i < 1_000; i++) {
      double value = 1e6 + random.nextGaussian();
      whole.add(value);
      (i < 300 ? left : right).add(value);
    }
    left.add(right);
    assertEquals(whole.count(), left.count());
    assertEquals(whole.mean(), left.mean(), 1e-9);
    assertEquals(whole.variance(), left.variance(), 1e-9);
  }

  private static Proportion draw(Random random, int trials, double rate) {
    int successes = 0;
    for (int i = 0; i < trials; i++) {
      successes += random.nextDouble() < rate ? 1 : 0;
    }
    return new Proportion(successes, trials);
  }
}
