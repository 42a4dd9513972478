package org.marquetry.placement.bandit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marquetry.placement.api.ArmEvidence;
import org.marquetry.placement.api.ArmPrior;

class BestArmTest {
  private final long seed = Long.getLong("tests.seed", 20_260_104L);

  /// Miller's closed form for two Beta arms with whole parameters: P(B > A) = sum over i < aB of
  /// B(aA + i, bA + bB) / ((bB + i) B(1 + i, bB) B(aA, bA)).
  @Test
  void twoBetaArmsMatchTheClosedForm() {
    int[][] cases = {{1, 1, 1, 1}, {3, 30, 5, 28}, {40, 1_000, 55, 980}, {1, 400, 9, 300}};
    for (int[] c : cases) {
      double closed = 0;
      for (int i = 0; i < c[2]; i++) {
        closed +=
            Math.exp(
                logBeta(c[0] + i, c[1] + c[3])
                    - Math.log(c[3] + i)
                    - logBeta(1 + i, c[3])
                    - logBeta(c[0], c[1]));
      }
      double[] p = best(new Posterior.BetaMean(c[0], c[1]), new Posterior.BetaMean(c[2], c[3]));
      assertEquals(closed, p[1], 1e-7);
    }
  }

  @Test
  void poleAtTheEndsDoesNotDisturb() {
    assertEquals(
        0.5, best(new Posterior.BetaMean(0.2, 20), new Posterior.BetaMean(0.2, 20))[0], 1e-9);
    assertEquals(
        0.5, best(new Posterior.BetaMean(0.5, 0.5), new Posterior.BetaMean(0.5, 0.5))[0], 1e-7);
    // P(X > Y) for Beta(a, 1) and Beta(c, 1) is a / (a + c)
    assertEquals(
        0.2, best(new Posterior.BetaMean(0.1, 1), new Posterior.BetaMean(0.4, 1))[0], 1e-7);
  }

  /// 100,000 rounds of plain Thompson sampling; four standard errors of a share are at most 0.0064.
  @Test
  void threeArmsMatchSimulation() {
    Random random = new Random(seed);
    double[][] arms = {{12, 300}, {15, 310}, {3, 90}};
    int rounds = 100_000;
    int[] wins = new int[3];
    for (int round = 0; round < rounds; round++) {
      int winner = 0;
      double top = -1;
      for (int i = 0; i < 3; i++) {
        double draw = beta(random, (int) arms[i][0], (int) arms[i][1]);
        if (draw > top) {
          top = draw;
          winner = i;
        }
      }
      wins[winner]++;
    }
    double[] p =
        best(
            new Posterior.BetaMean(12, 300),
            new Posterior.BetaMean(15, 310),
            new Posterior.BetaMean(3, 90));
    for (int i = 0; i < 3; i++) {
      assertEquals((double) wins[i] / rounds, p[i], 0.0064, "arm " + i + ", seed " + seed);
    }
  }

  /// Normal-Gamma by simulation of its two stages: precision from a gamma, then the mean from a
  /// normal.
  @Test
  void amountsMatchSimulation() {
    Random random = new Random(seed);
    ArmPrior.NormalGamma prior = ArmPrior.NormalGamma.of(20, 30, 4);
    var a = new ArmEvidence.Amount("a", 40, 22, 900);
    var b = new ArmEvidence.Amount("b", 25, 25, 1_600);
    double[] p = best(Posterior.of(prior, a), Posterior.of(prior, b));
    int rounds = 100_000;
    int wins = 0;
    for (int round = 0; round < rounds; round++) {
      wins += mean(random, prior, b) > mean(random, prior, a) ? 1 : 0;
    }
    assertEquals((double) wins / rounds, p[1], 0.0064, "seed " + seed);
  }

  @Test
  void aHundredAlikeArmsShareAlike() {
    List<Posterior> arms = new ArrayList<>();
    IntStream.range(0, 100).forEach(_ -> arms.add(new Posterior.BetaMean(2, 50)));
    for (double p : new BestArm(arms).probabilities()) {
      assertEquals(0.01, p, 1e-9);
    }
  }

  private static double mean(Random random, ArmPrior.NormalGamma prior, ArmEvidence.Amount seen) {
    double n = seen.trials();
    double people = prior.people() + n;
    double gap = seen.mean() - prior.mean();
    double rate =
        prior.rate()
            + seen.variance() * (n - 1) / 2
            + prior.people() * n * gap * gap / (2 * people);
    // shapes here are whole or half numbers: chi-square with 2 x shape degrees
    int degrees = (int) Math.round(2 * (prior.shape() + n / 2));
    double chi2 = 0;
    for (int i = 0; i < degrees; i++) {
      double z = random.nextGaussian();
      chi2 += z * z;
    }
    double precision = chi2 / 2 / rate;
    double centre = (prior.people() * prior.mean() + n * seen.mean()) / people;
    return centre + random.nextGaussian() / Math.sqrt(people * precision);
  }

  /// The a-th smallest of a + b - 1 uniforms, by two sums of exponentials.
  private static double beta(Random random, int a, int b) {
    double x = gamma(random, a);
    return x / (x + gamma(random, b));
  }

  private static double gamma(Random random, int shape) {
    double product = 1;
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      product *= 1 - random.nextDouble();
      if (product < 1e-200) {
        sum -= Math.log(product);
        product = 1;
      }
    }
    return sum - Math.log(product);
  }

  private static double[] best(Posterior... arms) {
    return new BestArm(List.of(arms)).probabilities();
  }

  private static double logBeta(double a, double b) {
    return org.apache.commons.numbers.gamma.LogBeta.value(a, b);
  }
}
