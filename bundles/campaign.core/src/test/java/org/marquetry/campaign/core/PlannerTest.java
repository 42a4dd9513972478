package org.marquetry.campaign.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Forecast;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.experiment.api.Baseline;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;

class PlannerTest {
  private final TestCampaign shop = new TestCampaign();

  @Test
  void theSumAddsUpAndEveryRuleHasItsPeople() {
    List<Candidate> candidates = shop.candidates(1_000);
    CampaignPlan plan = shop.plan(shop.brief().build(), candidates);
    Map<Disposition, Integer> counted = new HashMap<>();
    plan.contacts().forEach(c -> counted.merge(c.disposition(), 1, Integer::sum));
    for (Disposition d : Disposition.values()) {
      assertEquals(counted.getOrDefault(d, 0), plan.sum().of(d), d.name());
    }
    assertEquals(1_000, plan.sum().segment());
    // what TestCampaign and its policy leave out, by number
    assertEquals(100, plan.sum().of(Disposition.NO_CONSENT));
    assertEquals(50, plan.sum().of(Disposition.OVER_CAP));
    assertEquals(40, plan.sum().of(Disposition.NO_ADDRESS));
    assertEquals(30, plan.sum().of(Disposition.NO_MATERIAL));
    int reachable = plan.sum().of(Disposition.PLANNED) + plan.sum().of(Disposition.HOLDOUT);
    assertEquals(780, reachable);
    assertEquals(0.05, (double) plan.sum().of(Disposition.HOLDOUT) / reachable, 0.032); // 4 s.e.
  }

  /// Every line of the derivation follows from assumptions and earlier lines, and the first ones
  /// from the contacts.
  @Test
  void everyNumberCanBeDerived() {
    CampaignPlan plan =
        shop.plan(shop.brief().benefit(new Benefit.Percent(0.1)).build(), shop.candidates(500));
    Forecast forecast = plan.forecast();
    Map<String, Double> known = new HashMap<>();
    forecast.assumptions().forEach((name, a) -> known.put(name, a.value().estimate()));
    double living = 0;
    double value = 0;
    for (PlannedContact c : plan.planned()) {
      living += c.candidate().alive().value();
      value += c.candidate().alive().value() * c.candidate().orderValue();
    }
    Map<String, Double> first =
        Map.of(
            "people",
            (double) plan.planned().size(),
            "living",
            living,
            "orderValue",
            value / living,
            "offer",
            0.1 * value / living);
    for (Forecast.Line line : forecast.derivation()) {
      Double expected = first.get(line.name());
      double derived = expected != null ? expected : evaluate(line.formula(), known);
      assertEquals(derived, line.value(), 1e-6 * Math.max(1, Math.abs(derived)), line.name());
      known.put(line.name(), line.value());
    }
    double ofContacts = plan.planned().stream().mapToDouble(PlannedContact::expectedProfit).sum();
    assertEquals(ofContacts, forecast.profit().estimate(), 1e-6 * Math.abs(ofContacts));
    assertEquals(known.getOrDefault("profit", Double.NaN), forecast.profit().estimate(), 1e-6);
  }

  @Test
  void aDoubledDiscountLosesAndARandomAudienceEarnsLess() {
    List<Candidate> candidates = shop.candidates(2_000);
    CampaignBrief.Builder brief = shop.brief().maxRecipients(300).onlyProfitable(false);
    double ten = profit(brief.benefit(new Benefit.Percent(0.1)).build(), candidates);
    double twenty = profit(brief.benefit(new Benefit.Percent(0.2)).build(), candidates);
    assertTrue(ten > 0, () -> "10 %: " + ten);
    assertTrue(twenty < 0, () -> "20 %: " + twenty);
    List<Candidate> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(7));
    double random =
        profit(brief.benefit(new Benefit.Percent(0.1)).build(), shuffled.subList(0, 400));
    assertTrue(random < 0.8 * ten, () -> random + " against " + ten);
  }

  @Test
  void whatLosesMoneyIsNotPlanned() {
    CampaignPlan plan =
        shop.plan(shop.brief().benefit(new Benefit.Percent(0.2)).build(), shop.candidates(200));
    assertEquals(0, plan.sum().of(Disposition.PLANNED));
    assertTrue(plan.sum().of(Disposition.NOT_WORTH) > 0);
    assertEquals(0, plan.forecast().profit().estimate());
  }

  /// The interval must hold the profit that comes out when rate and share are drawn anew and every
  /// person responds or not: 90 % of 1,000 such campaigns (four standard errors: 3.8 points).
  @Test
  void theIntervalHoldsWhatIsDrawn() {
    Economics e =
        new Economics(
            Assumption.stated(0.3),
            Assumption.usual(0.1, 0.08, 0.12),
            Assumption.usual(0.5, 0.4, 0.6),
            new Money(5, "EUR"),
            30);
    CampaignPlan plan =
        shop.plan(shop.brief(e).benefit(new Benefit.Percent(0.1)).build(), shop.candidates(400));
    Interval profit = plan.forecast().profit();
    Random random = new Random(11);
    int held = 0;
    for (int run = 0; run < 1_000; run++) {
      double rate = 0.1 + 0.02 / 1.645 * random.nextGaussian();
      double share = 0.5 + 0.1 / 1.645 * random.nextGaussian();
      double earned = 0;
      for (PlannedContact c : plan.planned()) {
        double value = c.candidate().orderValue();
        earned -= 5;
        if (random.nextDouble() < rate * c.candidate().alive().value()) {
          earned += (random.nextDouble() < share ? 0.3 * value : 0) - 0.1 * value;
        }
      }
      held += profit.holds(earned) ? 1 : 0;
    }
    assertEquals(0.9, held / 1_000.0, 0.038);
  }

  @Test
  void theOrderOfCandidatesDoesNotMatter() {
    List<Candidate> candidates = shop.candidates(300);
    CampaignPlan one = shop.plan(shop.brief().build(), candidates);
    List<Candidate> reversed = new ArrayList<>(candidates);
    Collections.reverse(reversed);
    assertEquals(one.contacts(), shop.plan(shop.brief().build(), reversed).contacts());
  }

  @Test
  void messagesGoOutByDaylightAtTheUsualHour() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    for (PlannedContact c : shop.plan(shop.brief().build(), shop.candidates(300)).planned()) {
      Instant at = c.sendAt().orElseThrow();
      int hour = at.atZone(zone).getHour();
      assertTrue(!at.isBefore(TestCampaign.NOW) && hour >= 8 && hour <= 20, at.toString());
      int usual = c.candidate().usualHour().orElse(hour);
      assertEquals(Math.clamp(usual, 8, 20), hour);
    }
  }

  @Test
  void theHoldoutSaysWhatItCanDetect() {
    CampaignPlan plan =
        shop.plan(shop.brief().baseline(new Baseline.Rate(0.2)).build(), shop.candidates(1_000));
    var detectable = plan.detectable().orElseThrow();
    assertEquals(plan.planned().size(), detectable.treated());
    assertTrue(detectable.smallest().orElseThrow() > 0.1, detectable.toString());
  }

  @Test
  void theSameCustomerTwiceIsRefused() {
    List<Candidate> twice = List.of(shop.candidates(1).getFirst(), shop.candidates(1).getFirst());
    CampaignBrief brief = shop.brief().build();
    assertThrows(IllegalArgumentException.class, () -> shop.plan(brief, twice));
  }

  private double profit(CampaignBrief brief, List<Candidate> candidates) {
    return shop.plan(brief, candidates).forecast().profit().estimate();
  }

  /// Products and differences of names.
  private static double evaluate(String formula, Map<String, Double> known) {
    if (formula.contains(" - ")) {
      String[] terms = formula.split(" - ", -1);
      double result = evaluate(terms[0], known);
      for (int i = 1; i < terms.length; i++) {
        result -= evaluate(terms[i], known);
      }
      return result;
    }
    double product = 1;
    for (String factor : formula.split(" \\* ", -1)) {
      product *= known.getOrDefault(factor, Double.NaN);
    }
    return product;
  }
}
