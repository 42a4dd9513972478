package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Sample;
import org.marquetry.shop.api.Interval;

class SumsTest {
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
      Effect got = Sums.effect(sums[0], sums[1], 0.95);
      near(want.fixed(), got.fixed());
      near(want.alwaysValid(), got.alwaysValid());
      near(want.alwaysValid(), Sums.alwaysValid(sums[0], sums[1], 0.95));
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
    assertThrows(IllegalArgumentException.class, () -> Sums.alwaysValid(one, one, 0.95));
  }
}
