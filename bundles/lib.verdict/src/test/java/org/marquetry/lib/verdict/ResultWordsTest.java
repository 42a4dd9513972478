package org.marquetry.lib.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.api.SplitCause;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved;

class ResultWordsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Interval EFFECT = new Interval(131, 42, 220, 0.95);

  private static final ExperimentPlan PLAN =
      new ExperimentPlan(
          new CampaignId("c"),
          "Spring",
          0.05,
          List.of(new Design.Share("B", 1)),
          START,
          START.plusSeconds(30 * 86_400),
          new ExperimentPlan.Costs(0.4, new Money(5, "CNY"), Money.zero("CNY")),
          90,
          ExperimentPlan.Limits.USUAL);

  private final ResultWords en = new ResultWords(Locale.ENGLISH, ZoneOffset.UTC, PLAN);
  private final ResultWords zh = new ResultWords(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC, PLAN);

  static Reading reading(Verdict.Key key, Map<String, Double> facts, Optional<SplitCause> cause) {
    Effect effect =
        new Effect(
            new Effect.Group("holdout", 503, 0, 1),
            new Effect.Group("B", 9_548, 131, 1),
            EFFECT,
            EFFECT,
            0.004,
            Effect.Method.CUPED,
            0.8);
    Reading.Guardrail complained =
        new Reading.Guardrail(
            Reading.Harm.COMPLAINED, 40, new Interval(0.0042, 0.003, 0.006, 0.95), 0.001);
    return new Reading(
        new RegisteredExperiment(PLAN, "c", PLAN.plannedEnd(), 1, Saved.Act.CREATED, START, "ada"),
        PLAN.plannedEnd(),
        true,
        new SampleRatio(
            List.of(
                new SampleRatio.Count("holdout", 503, 0.05),
                new SampleRatio.Count("B", 9_548, 0.95)),
            0.9,
            key != Verdict.Key.DISTRUST),
        cause,
        List.of(
            new Reading.Group("holdout", 503, 0, 0, 0, 0, List.of()),
            new Reading.Group("B", 9_548, 9_000, 10, 10, 1, List.of(complained))),
        List.of(
            new Reading.Arm("B", effect, EFFECT.times(10_051), new Verdict(key, facts), List.of())),
        0,
        0);
  }

  private static final Map<String, Double> FACTS =
      Map.of("effect", 131.0, "low", 42.0, "high", 220.0, "days", 4.0, "limit", 220.0);

  private static String verdict(ResultWords words, Reading reading) {
    return words.verdict(reading, reading.arms().getFirst());
  }

  @Test
  void theFirstLineIsTheOneOfTheJourney() {
    Reading better = reading(Verdict.Key.BETTER, FACTS, Optional.empty());
    assertEquals(
        "B earned 1.31 CNY more per person [0.42; 2.20] than nothing sent, after discount and cost;"
            + " shipped to all 10,051 people 13,200 CNY [4,200; 22,100]. Safe to decide.",
        verdict(en, better));
    assertEquals(
        "B 比不发送每人多赚 1.31 CNY [0.42; 2.20]（已扣除折扣和成本）；若发给全部 10,051 人，共 13,200 CNY"
            + " [4,200; 22,100]。可以放心决定。",
        verdict(zh, better));
  }

  @Test
  void eachOtherVerdictSaysItsReason() {
    assertTrue(
        verdict(en, reading(Verdict.Key.KEEP_RUNNING, FACTS, Optional.empty()))
            .startsWith(
                "Keep running, about 4 days: B stands at 1.31 CNY per person [0.42; 2.20]"));
    assertTrue(
        verdict(en, reading(Verdict.Key.NO_LARGER_THAN, FACTS, Optional.empty()))
            .startsWith(
                "No difference larger than 2.20 CNY per person between B and nothing sent"));
    assertTrue(
        verdict(en, reading(Verdict.Key.HARMS, FACTS, Optional.empty()))
            .endsWith("but 0.4% complained, above the limit of 0.1%."));
    assertEquals(
        "Too little is known of B: 3 people of the smaller group have ordered, 10 are needed.",
        verdict(
            en,
            reading(
                Verdict.Key.TOO_LITTLE, Map.of("buyers", 3.0, "needed", 10.0), Optional.empty())));
    Map<String, Double> p = Map.of("srmP", 0.9);
    assertEquals(
        "Cannot be trusted: 5.0/95.0 split instead of 5.0/95.0, p 0.9000; the facts tell no cause.",
        verdict(en, reading(Verdict.Key.DISTRUST, p, Optional.empty())));
    assertTrue(
        verdict(en, reading(Verdict.Key.DISTRUST, p, Optional.of(new SplitCause.Moved(70))))
            .endsWith(
                "likely cause: 70 people count in another group than the draw puts them into."));
    assertTrue(
        verdict(
                zh,
                reading(
                    Verdict.Key.DISTRUST,
                    p,
                    Optional.of(new SplitCause.OneDay(LocalDate.of(2026, 11, 3), 70))))
            .contains("2026年11月3日 决定的 70 人"));
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictHasAdviceInBothLanguages(Verdict.Key key) {
    Reading.Arm arm = reading(key, FACTS, Optional.empty()).arms().getFirst();
    assertFalse(en.advice(arm).equals(zh.advice(arm)));
    for (ResultWords words : List.of(en, zh)) {
      assertFalse(verdict(words, reading(key, FACTS, Optional.empty())).contains("{"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySplitHasItsWords(Split split) {
    for (String part : split.parts()) {
      assertFalse(en.part(split, part).equals(zh.part(split, part)));
    }
    assertFalse(en.split(split).contains("{"));
  }

  @Test
  void aSmallAmountIsNeverWrittenAsNothing() {
    Amounts cny = new Amounts(Locale.ENGLISH, "CNY");
    assertEquals("0.03 CNY [0.0042; 0.056]", cny.person(new Interval(3, 0.42, 5.58, 0.95)));
    assertEquals("−0.000012 CNY", cny.person(-0.0012));
    assertEquals("0.00 CNY", cny.person(0));
    assertEquals("1.31 CNY", cny.person(131));
    assertEquals("131 JPY", new Amounts(Locale.ENGLISH, "JPY").person(131));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CNY", "JPY", "KWD"})
  void noEndThatIsNotNothingReadsAsNothing(String currency) {
    Amounts amounts = new Amounts(Locale.ENGLISH, currency);
    for (double minor = 1e-4; minor < 1e6; minor *= 1.7) {
      String text = amounts.range(new Interval(minor, -minor / 3, minor * 5, 0.95));
      assertTrue(text.matches("\\[−[^;]*[1-9][^;]*; [^;]*[1-9][^;]*]"), text);
    }
  }

  @Test
  void totalsAreRoundedToThreeDigits() {
    Amounts cny = new Amounts(Locale.ENGLISH, "CNY");
    assertEquals("13,200 CNY [4,200; 22,100]", cny.total(EFFECT.times(10_051)));
    assertEquals("1.31 CNY [0.42; 2.20]", cny.total(EFFECT));
    assertEquals(
        "−4,000 CNY [−45,800; 37,900]",
        cny.total(new Interval(-397_000, -4_580_000, 3_786_000, 0.95)));
    assertEquals("0.00 CNY [−5.00; 5.00]", cny.total(new Interval(0, -500, 500, 0.95)));
  }

  @Test
  void lastTouchIsToldBesideWhatCameOfIt() {
    Attribution.Tally last = new Attribution.Tally(40, 1, 1);
    Interval orders = new Interval(30, 10, 50, 0.95);
    assertEquals(
        "Of the 40 orders that last touch credits, 10 (25%) would have come anyway: the campaign"
            + " brought 30 [10; 50] orders.",
        en.difference(new Attribution(7, 100, last, orders, orders)));
    assertTrue(
        en.difference(new Attribution(7, 100, last, orders.times(2), orders))
            .startsWith("Last touch credits 40 orders; the campaign brought more"));
    assertTrue(
        zh.difference(
                new Attribution(7, 100, new Attribution.Tally(0, 0, 0), orders.times(2), orders))
            .contains("60 [20; 100]"));
  }

  @Test
  void aLateChangeIsSaidAndAnUnseenOneIsNot() {
    assertEquals(
        Optional.of(
            "Changed since the decision: +0.20 for B, 1.31 CNY then and 1.51 CNY now, because"
                + " something was told later."),
        en.changed(new ExperimentReadings.Change("B", 131, 151)));
    assertEquals(
        Optional.empty(), en.changed(new ExperimentReadings.Change("B", 131, 131.0000001)));
  }

  @Test
  void aDecisionSaysWhatFollows() {
    String ship = en.follows(new Choice.Ship("B"), START);
    assertTrue(ship.contains("On Dec 31, 2026 the suite asks"), ship);
    assertTrue(ship.contains("the 5% who got nothing stay"), ship);
    assertEquals("延长至 2026年12月1日", zh.choice(new Choice.RunLonger(PLAN.plannedEnd())));
    for (WasItTrue.Answer answer : WasItTrue.Answer.values()) {
      WasItTrue told = new WasItTrue("B", START, EFFECT, EFFECT, EFFECT, answer);
      assertFalse(en.truth(told, true).equals(en.truth(told, false)));
    }
  }
}
