package org.marquetry.experiment.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.Effect.Group;
import org.marquetry.experiment.api.Effect.Method;
import org.marquetry.experiment.api.Reading.Guardrail;
import org.marquetry.experiment.api.Reading.Harm;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.core.Verdicts.Moment;
import org.marquetry.shop.api.Interval;

class VerdictsTest {
  private static final SampleRatio GOOD = new SampleRatio(List.of(), 0.5, true);
  private static final SampleRatio BAD = new SampleRatio(List.of(), 1e-5, false);
  private static final Duration DAY = Duration.ofDays(1);
  private static final double REACH = NormalReach.of(0.95);

  /// An effect `away` standard errors of 10 from 0; the always-valid interval reaches 3 of them.
  private static Effect effect(double away) {
    double estimate = 10 * away;
    return new Effect(
        new Group("holdout", 50, 0, 1),
        new Group("a", 950, 0, 1),
        new Interval(estimate, estimate - 10 * REACH, estimate + 10 * REACH, 0.95),
        new Interval(estimate, estimate - 30, estimate + 30, 0.95),
        0.5,
        Method.WELCH,
        1);
  }

  private static Moment day(int day, boolean firstEnd) {
    return new Moment(
        DAY.multipliedBy(day), DAY.multipliedBy(30 - day), DAY.multipliedBy(30), firstEnd);
  }

  private static Verdict of(double away, Moment moment) {
    return Verdicts.of(effect(away), GOOD, moment, 10, List.of());
  }

  @Test
  void onlyTheFirstPlannedEndIsOneLook() {
    assertEquals(Verdict.Key.KEEP_RUNNING, of(2.5, day(29, true)).key());
    assertEquals(Verdict.Key.BETTER, of(2.5, day(30, true)).key());
    assertEquals(Verdict.Key.NO_LARGER_THAN, of(2.5, day(30, false)).key());
    assertEquals(55.0, of(2.5, day(30, false)).facts().get("limit"));
    assertEquals(Verdict.Key.WORSE, of(-3.5, day(3, true)).key());
  }

  @Test
  void daysToGoAreThoseAfterWhichPowerIsEnough() {
    // on day 24: 2.5 sqrt(2.4) = 3.873 of 3.040 + 0.842 = 3.882; on day 25: 3.953 of 3.880
    assertEquals(15.0, of(2.5, day(10, true)).facts().get("days"));
    assertEquals(20.0, of(0.5, day(10, true)).facts().get("days")); // no longer than planned
    assertEquals(20.0, of(0, day(10, true)).facts().get("days"));
    assertEquals(1.0, of(2.99, new Moment(DAY.dividedBy(4), DAY, DAY, true)).facts().get("days"));
  }

  @Test
  void tooFewBuyersAndUnevenGroupsSilenceAnyEffect() {
    assertEquals(
        Verdict.Key.TOO_LITTLE, Verdicts.of(effect(9), GOOD, day(30, true), 9, List.of()).key());
    assertEquals(
        Verdict.Key.DISTRUST, Verdicts.of(effect(9), BAD, day(30, true), 9, List.of()).key());
  }

  @Test
  void aBrokenGuardrailStopsAGain() {
    List<Guardrail> broken =
        List.of(new Guardrail(Harm.UNSUBSCRIBED, 40, new Interval(0.04, 0.03, 0.055, 0.95), 0.005));
    assertEquals(Verdict.Key.HARMS, Verdicts.of(effect(9), GOOD, day(30, true), 10, broken).key());
    assertEquals(Verdict.Key.WORSE, Verdicts.of(effect(-9), GOOD, day(30, true), 10, broken).key());
  }

  /// Clopper and Pearson's interval of 1 in 30 and of 0 in 20, as tables have it.
  @Test
  void aRareHarmIsNotCertainSoon() {
    Interval one = ExactShare.of(1, 30, 0.95);
    assertEquals(0.00084, one.low(), 5e-6);
    assertEquals(0.17217, one.high(), 5e-6);
    assertEquals(0.16843, ExactShare.of(0, 20, 0.95).high(), 5e-6); // 1 - 0.025^(1/20)
    assertEquals(0, ExactShare.of(0, 20, 0.95).low());
    assertEquals(1, ExactShare.of(20, 20, 0.95).high());
  }
}
