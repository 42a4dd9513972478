package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Power;
import org.marquetry.experiment.api.Sample;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Verdict;

class EffectTest {
  private final CoreExperiments experiments = new CoreExperiments();
  private final long seed = Long.getLong("tests.seed", 20_260_102L);

  /// The published counts of the Cookie Cats test: 44.82 % of 44,700 against 44.23 % of 45,489, p
  /// 0.0744, sample ratio p 0.0086.
  @Test
  void cookieCats() {
    Sample gate30 = rate("gate_30", 20_034, 44_700);
    Sample gate40 = rate("gate_40", 20_119, 45_489);
    Effect effect = experiments.effect(gate30, gate40, 0.95);
    assertEquals(0.4482, effect.control().mean(), 5e-5);
    assertEquals(0.4423, effect.treated().mean(), 5e-5);
    assertEquals(0.0744, effect.p(), 5e-5);
    assertEquals(Effect.Method.TWO_PROPORTIONS, effect.method());
    SampleRatio ratio =
        experiments.sampleRatio(
            List.of(
                new SampleRatio.Count("gate_30", 44_700, 0.5),
                new SampleRatio.Count("gate_40", 45_489, 0.5)));
    assertEquals(0.0086, ratio.p(), 5e-5);
    assertTrue(ratio.trustworthy());
  }

  /// CUPED equals the difference of means of hand-adjusted values, and keeps 1 - r^2 of the
  /// variance.
  @Test
  void cupedTakesOutWhatTheCovariateExplains() {
    Random random = new Random(seed);
    int n = 4_000;
    double[][] x = new double[2][n];
    double[][] y = new double[2][n];
    for (int g = 0; g < 2; g++) {
      for (int i = 0; i < n; i++) {
        x[g][i] = 10 * random.nextGaussian();
        y[g][i] = x[g][i] + 5 * random.nextGaussian() + 0.5 * g;
      }
    }
    Sample control = Sample.of("control", y[0]);
    Sample treated = Sample.of("treated", y[1]);
    Effect plain = experiments.effect(control, treated, 0.95);
    Effect cuped =
        experiments.effect(control.withCovariate(x[0]), treated.withCovariate(x[1]), 0.95);
    assertEquals(Effect.Method.CUPED, cuped.method());
    assertEquals(0.2, cuped.varianceKept(), 0.02); // 25 of 125
    double widths =
        (cuped.fixed().high() - cuped.fixed().low()) / (plain.fixed().high() - plain.fixed().low());
    assertEquals(Math.sqrt(0.2), widths, 0.03);
    assertTrue(cuped.fixed().holds(0.5), () -> cuped + " seed " + seed);
  }

  /// 2,000 A/A tests each looked at 50 times: the always-valid interval loses 0 in at most 5 % of
  /// the runs (plus four standard errors, 2 points); the fixed interval, looked at as often, loses
  /// it far more often.
  @Test
  void peekingKeepsTheLevelOfTheAlwaysValidInterval() {
    Random random = new Random(seed);
    int runs = 2_000;
    int looks = 50;
    int batch = 40;
    int always = 0;
    int fixed = 0;
    for (int run = 0; run < runs; run++) {
      double[] a = new double[looks * batch];
      double[] b = new double[looks * batch];
      for (int i = 0; i < a.length; i++) {
        a[i] = random.nextExponential();
        b[i] = random.nextExponential();
      }
      boolean lostAlways = false;
      boolean lostFixed = false;
      for (int look = 1; look <= looks; look++) {
        Effect effect =
            experiments.effect(
                Sample.of("a", Arrays.copyOf(a, look * batch)),
                Sample.of("b", Arrays.copyOf(b, look * batch)),
                0.95);
        lostAlways |= !effect.alwaysValid().holds(0);
        lostFixed |= !effect.fixed().holds(0);
      }
      always += lostAlways ? 1 : 0;
      fixed += lostFixed ? 1 : 0;
    }
    double alwaysRate = (double) always / runs;
    double fixedRate = (double) fixed / runs;
    assertTrue(
        alwaysRate <= 0.07, () -> "always-valid loses 0 in " + alwaysRate + ", seed " + seed);
    assertTrue(fixedRate > 0.15, () -> "peeking at a fixed interval loses 0 in " + fixedRate);
  }

  @Test
  void aHoldoutOfFivePercentDetectsLessThanHalves() {
    var amount = new Baseline.Amount(1_000, 2_500);
    double halves =
        experiments.detectable(amount, 5_000, 5_000, Power.USUAL).smallest().orElseThrow();
    double holdout =
        experiments.detectable(amount, 9_500, 500, Power.USUAL).smallest().orElseThrow();
    assertEquals(140.1, halves, 0.1); // (1.95996 + 0.84162) * 2500 * sqrt(2 / 5000)
    assertEquals(321.3, holdout, 0.1);
    assertTrue(experiments.detectable(amount, 100, 1, Power.USUAL).smallest().isEmpty());
  }

  @Test
  void verdicts() {
    SampleRatio good = new SampleRatio(List.of(), 0.5, true);
    SampleRatio bad = new SampleRatio(List.of(), 0.0004, false);
    Effect better = experiments.effect(rate("c", 100, 1_000), rate("t", 200, 1_000), 0.95);
    Effect unclear = experiments.effect(rate("c", 100, 1_000), rate("t", 104, 1_000), 0.95);
    Effect worse = experiments.effect(rate("c", 200, 1_000), rate("t", 100, 1_000), 0.95);
    assertEquals(Verdict.Key.BETTER, experiments.verdict(better, good, false).key());
    assertEquals(Verdict.Key.WORSE, experiments.verdict(worse, good, true).key());
    assertEquals(Verdict.Key.KEEP_RUNNING, experiments.verdict(unclear, good, false).key());
    assertEquals(Verdict.Key.NO_LARGER_THAN, experiments.verdict(unclear, good, true).key());
    assertEquals(Verdict.Key.DISTRUST, experiments.verdict(better, bad, true).key());
  }

  private static Sample rate(String group, int successes, int people) {
    double[] values = new double[people];
    Arrays.fill(values, 0, successes, 1);
    return Sample.of(group, values);
  }
}
