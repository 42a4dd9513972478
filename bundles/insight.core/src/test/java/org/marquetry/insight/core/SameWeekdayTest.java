package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.insight.api.Comparison;

class SameWeekdayTest {
  /// Mean 10, deviation 2 (variance 4, of 5 values); value 16: t = 6 / (2 sqrt(1.2)) = 2.7386 at 4
  /// degrees of freedom, two-sided p = 0.05190 by tables of Student's t.
  @Test
  void probabilityIsStudents() {
    double[] before = {8, 8, 10, 12, 12};
    Comparison usual = new SameWeekday(false, before).compare(16).orElseThrow();
    assertEquals(10, usual.mean());
    assertEquals(0.0519, usual.probability(), 5e-4);
    assertFalse(usual.unusual());
    assertEquals(19, usual.oneIn());
    assertTrue(new SameWeekday(false, before).compare(18).orElseThrow().unusual());
  }

  @Test
  void fewerThanFourDaysSayNothing() {
    SameWeekday three = new SameWeekday(false, 1, 2, 3);
    assertTrue(three.mean().isEmpty());
    assertEquals(Optional.empty(), three.compare(2));
  }

  @Test
  void daysThatWereAllTheSameCannotJudgeAnotherSumButACount() {
    SameWeekday money = new SameWeekday(false, 500, 500, 500, 500);
    assertEquals(1, money.compare(500).orElseThrow().probability());
    assertEquals(Optional.empty(), money.compare(501));
    assertFalse(new SameWeekday(true, 4, 4, 4, 4).compare(5).orElseThrow().unusual());
  }

  /// Of usual days, one in twenty is called unusual: within 4 standard errors of 4,000 draws.
  @Test
  void usualDaysAreCalledUnusualAsOftenAsSaid() {
    Random random = new Random(7);
    int unusual = 0;
    for (int draw = 0; draw < 4_000; draw++) {
      double[] before = random.doubles(8).map(_ -> random.nextGaussian(1_000, 120)).toArray();
      if (new SameWeekday(false, before)
          .compare(random.nextGaussian(1_000, 120))
          .orElseThrow()
          .unusual()) {
        unusual++;
      }
    }
    assertEquals(0.05, unusual / 4_000.0, 4 * Math.sqrt(0.05 * 0.95 / 4_000));
  }
}
