package org.marquetry.profile.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BgNbdTest {
  private final long seed = Long.getLong("tests.seed", 3);

  @Test
  void probabilitiesLieBetweenZeroAndOneForWildParameters() {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      BgNbd model = wild(random);
      int x = random.nextInt(200);
      double age = 1 + 1_000 * random.nextDouble();
      double last = x == 0 ? 0 : age * random.nextDouble();
      double alive = model.probabilityAlive(x, last, age);
      assertTrue(alive >= 0 && alive <= 1, () -> model + " gave " + alive);
      assertTrue(Double.isFinite(model.logLikelihood(x, last, age)), model::toString);
    }
  }

  @Test
  void expectationGrowsWithTimeAndStaysFiniteForWildParameters() {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      BgNbd model = wild(random);
      int x = random.nextInt(50);
      double age = 1 + 500 * random.nextDouble();
      double near = model.expectedWhileAlive(x, age, 20);
      double far = model.expectedWhileAlive(x, age, 60);
      assertTrue(near >= 0 && far >= near * (1 - 1e-9) && Double.isFinite(far), model::toString);
      double bound = (model.r() + x) / (model.alpha() + age) * 60;
      assertTrue(far <= bound * (1 + 1e-6), () -> model + ": " + far + " > " + bound);
    }
  }

  /// The same expectation as an average over simulated customers who are still there.
  @Test
  void expectationMeetsSimulation() {
    for (BgNbd model :
        new BgNbd[] {
          new BgNbd(0.243, 4.414, 0.793, 2.426),
          new BgNbd(2, 10, 3, 5),
          new BgNbd(1, 5, 1, 2),
          new BgNbd(0.5, 5, 0.3, 0.4),
          new BgNbd(0.5, 5, 0.4, 0.6)
        }) {
      for (int x : new int[] {0, 3}) {
        GammaSampler sampler = new GammaSampler(seed);
        int draws = 200_000;
        long count = 0;
        for (int i = 0; i < draws; i++) {
          double rate = sampler.gamma(model.r() + x) / (model.alpha() + 30);
          double stop = sampler.beta(model.a(), model.b() + x);
          double at = sampler.exponential() / rate;
          while (at < 40) {
            count++;
            at = sampler.uniform() < stop ? 40 : at + sampler.exponential() / rate;
          }
        }
        double simulated = (double) count / draws;
        assertEquals(simulated, model.expectedWhileAlive(x, 30, 40), 0.02 * simulated + 0.005);
      }
    }
  }

  @Test
  void gradientIsTheSlopeOfTheLikelihood() {
    Histories histories =
        Histories.of(
            new int[] {0, 0, 1, 2, 2, 7},
            new int[] {0, 0, 5, 20, 20, 90},
            new int[] {30, 40, 50, 60, 60, 100});
    BgNbdLikelihood likelihood = new BgNbdLikelihood(histories, 10);
    double[] point = {-0.3, 0.4, 0.2, 0.9};
    double[] gradient = new double[4];
    likelihood.evaluate(point, gradient);
    double[] ignored = new double[4];
    for (int i = 0; i < 4; i++) {
      double[] above = point.clone();
      double[] below = point.clone();
      above[i] += 1e-6;
      below[i] -= 1e-6;
      double slope =
          (likelihood.evaluate(above, ignored) - likelihood.evaluate(below, ignored)) / 2e-6;
      assertEquals(slope, gradient[i], 1e-7);
    }
  }

  @Test
  void historiesThatCanNotBeAreNamed() {
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> Histories.of(new int[] {1}, new int[] {9}, new int[] {8}));
    assertEquals("not a history: 1 repeats, last after 9 of 8 days", failure.getMessage());
  }

  private static BgNbd wild(Random random) {
    return new BgNbd(
        Math.exp(8 * random.nextDouble() - 4),
        Math.exp(8 * random.nextDouble() - 2),
        Math.exp(9 * random.nextDouble() - 4),
        Math.exp(9 * random.nextDouble() - 4));
  }
}
