package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Sample;
import org.marquetry.math.stats.Moments;
import org.marquetry.shop.api.Interval;

class SumsTest {
  /// As with people who come one after the other: 1,050 of the 5,000 tuned to.
  private static final double PASSED = 1_050 / 5_000.0;

  private final Random random = new Random(Long.getLong("tests.seed", 20_261_129L));

  /// The same people by the formulas that look at everybody: equal to nine digits, with a covariate
  /// and without one.
  @Test
  void sumsAgreeWithSamples() {
    for (double explains : new double[] {0, 0.7}) {
      double[][] x = new double[2][];
      double[][] y = new double[2][];
      Sums[] sums = new Sums[2];
      for (int g = 0; g < 2; g++) {
        int n = g == 0 ? 150 : 900;
        x[g] = new double[n];
        y[g] = new double[n];
        sums[g] = new Sums("g" + g);
        for (int i = 0; i < n; i++) {
          x[g][i] = explains == 0 ? 0 : 20_000 * random.nextExponential();
          y[g][i] = explains * x[g][i] + 30_000 * random.nextExponential() - 5 + 900 * g;
          sums[g].enter(x[g][i]);
          sums[g].move(x[g][i], 0, y[g][i] / 3); // bit by bit
          sums[g].move(x[g][i], y[g][i] / 3, y[g][i]);
        }
      }
      Effect want =
          EffectMath.compare(
              Sample.of("g0", y[0]).withCovariate(x[0]),
              Sample.of("g1", y[1]).withCovariate(x[1]),
              0.95);
      Effect got = Sums.effect(sums[0], sums[1], 0.95, PASSED);
      near(want.fixed(), got.fixed());
      near(want.alwaysValid(), got.alwaysValid());
      near(want.alwaysValid(), Sums.alwaysValid(sums[0], sums[1], 0.95, PASSED));
      assertEquals(want.p(), got.p(), 1e-9);
      assertEquals(want.varianceKept(), got.varianceKept(), 1e-9);
      assertEquals(want.control().mean(), got.control().mean(), 1e-6);
      assertEquals(want.treated().deviation(), got.treated().deviation(), 1e-4);
      assertEquals(900, got.treated().people());
    }
  }

  private static void near(Interval want, Interval got) {
    double scale = want.high() - want.low();
    assertEquals(want.estimate(), got.estimate(), 1e-9 * scale);
    assertEquals(want.low(), got.low(), 1e-9 * scale);
    assertEquals(want.high(), got.high(), 1e-9 * scale);
  }

  @Test
  void onePersonIsNoGroup() {
    Sums one = new Sums("one");
    one.enter(1);
    assertThrows(IllegalArgumentException.class, () -> Sums.alwaysValid(one, one, 0.95, 1));
  }

  /// By the formula as the paper writes it: `sqrt(2 (t r^2 + 1) / (t^2 r^2) log(sqrt(t r^2 + 1) /
  /// a))` times the deviation, where t people have been seen; and at the planned end, by hand: g =
  /// 5.9915 + log 6.9915 = 7.9362, so (1 + 1/g) (log 8.9362 + 5.9915) = 9.2125, 3.0352 squared.
  @Test
  void theReachIsThatOfThePaper() {
    Moments one = Moments.of(100, 0, 100); // error of the difference: 1.4142
    double g = 7.936_154_601_7;
    double t = 1_000;
    double r2 = g / 5_000;
    double paper =
        Math.sqrt(2 * (t * r2 + 1) / (t * t * r2) * Math.log(Math.sqrt(t * r2 + 1) / 0.05));
    double got = ConfidenceSequence.halfWidth(one, one, 0.05, t / 5_000) / Math.sqrt(2);
    assertEquals(paper * Math.sqrt(t), got, 1e-4);
    double end = ConfidenceSequence.halfWidth(one, one, 0.05, 1) / Math.sqrt(2);
    assertEquals(3.0352, end, 1e-4);
  }
}
