package org.marquetry.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Published or closed-form values.
class KnownAnswersTest {
  /// Student's sleep data (1908) as R's `t.test(extra ~ group)` prints them: t = -1.8608, df =
  /// 17.776, p = 0.07939, interval -3.3654832 .. 0.2054832.
  @Test
  void welchOnStudentsSleepData() {
    Moments one = Moments.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    Moments two = Moments.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
    WelchTest test = WelchTest.of(two, one, 0.95);
    assertEquals(-1.8608, test.t(), 5e-5);
    assertEquals(17.776, test.degreesOfFreedom(), 5e-4);
    assertEquals(0.07939, test.p(), 5e-6);
    assertEquals(-3.3654832, test.effect().low(), 5e-8);
    assertEquals(0.2054832, test.effect().high(), 5e-8);
  }

  /// Newcombe (1998), table II, contrast (a): 56/70 against 48/80, method 10: 0.0524 .. 0.3339.
  @Test
  void differenceOfRatesByNewcombe() {
    ProportionTest test = ProportionTest.of(new Proportion(48, 80), new Proportion(56, 70), 0.95);
    assertEquals(0.2, test.effect().value(), 1e-12);
    assertEquals(0.0524, test.effect().low(), 5e-5);
    assertEquals(0.3339, test.effect().high(), 5e-5);
  }

  /// Newcombe (1998), one proportion, 81 of 263, score method: 0.2553 .. 0.3662.
  @Test
  void oneRateByWilson() {
    Estimate rate = new Proportion(81, 263).estimate(0.95);
    assertEquals(0.2553, rate.low(), 5e-5);
    assertEquals(0.3662, rate.high(), 5e-5);
    assertEquals(0, new Proportion(0, 20).estimate(0.95).low());
    assertEquals(1, new Proportion(20, 20).estimate(0.95).high());
  }

  /// Mendel's peas (1866) against 9:3:3:1: chi-square 0.470, p 0.925.
  @Test
  void splitOfMendelsPeas() {
    SampleRatio peas = SampleRatio.of(new long[] {315, 108, 101, 32}, new double[] {9, 3, 3, 1});
    assertEquals(0.470, peas.statistic(), 5e-4);
    assertEquals(0.925, peas.p(), 5e-4);
    assertTrue(SampleRatio.of(new long[] {50_000, 51_000}, new double[] {1, 1}).p() < 0.01);
  }

  /// J. Cohen's standard case: d = 0.5, 5 %, power 0.8 needs 63 a group by the normal
  /// approximation; 0.5 against 0.6 needs 388 a group (J. L. Fleiss, without continuity
  /// correction).
  @Test
  void peopleNeeded() {
    Power power = Power.standard();
    assertEquals(126, (double) power.peopleForMeans(0.5, 1, 0.5), 1);
    assertEquals(776, (double) power.peopleForRates(0.5, 0.6, 0.5), 2);
  }

  @Test
  void detectableEffectAndPeopleAreInverse() {
    Power power = Power.standard();
    double rise = power.detectableRise(10_000, 0.1, 0.05);
    assertEquals(10_000, (double) power.peopleForRates(0.05, 0.05 + rise, 0.1), 1);
    double difference = power.detectableMean(10_000, 0.1, 3);
    assertEquals(10_000, (double) power.peopleForMeans(difference, 3, 0.1), 1);
    assertEquals(0.8, power.powerForMeans(10_000, 0.1, 3, difference), 1e-4);
    assertTrue(Double.isNaN(power.detectableRise(4, 0.5, 0.9)));
  }

  @Test
  void quantilesInterpolate() {
    Quantiles four = Quantiles.of(4, 1, 3, 2);
    assertEquals(1.75, four.at(0.25));
    assertEquals(2.5, four.median());
    assertEquals(4, four.at(1));
    assertThrows(IllegalArgumentException.class, () -> four.at(1.1));
  }

  /// -ln(1-z)/z, (1-z)^-a and arcsin(z)/z are hypergeometric.
  @Test
  void hypergeometricClosedForms() {
    for (double z : new double[] {0.01, 0.3, 0.9, 0.999}) {
      double log = -Math.log1p(-z) / z;
      assertEquals(log, Hypergeometric.gauss(1, 1, 2, z), 1e-11 * log);
      double power = Math.pow(1 - z, -0.7);
      assertEquals(power, Hypergeometric.gauss(0.7, 3, 3, z), 1e-11 * power);
      assertEquals(-90 * Math.log1p(-z), Hypergeometric.logGauss(90, 3, 3, z), 1e-9);
    }
    assertEquals(Math.asin(0.5) / 0.5, Hypergeometric.gauss(0.5, 0.5, 1.5, 0.25), 1e-14);
    assertThrows(IllegalArgumentException.class, () -> Hypergeometric.gauss(1, 1, 2, 1));
  }

  /// Anscombe's first quartet (1973): 0.81642, p 0.00217.
  @Test
  void correlationOfAnscombe() {
    Correlation found =
        Correlation.of(
            new double[] {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5},
            new double[] {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68});
    assertEquals(0.81642, found.coefficient(), 5e-6);
    assertEquals(0.00217, found.p(), 5e-6);
  }
}
