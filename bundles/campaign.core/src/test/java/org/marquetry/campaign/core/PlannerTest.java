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

  /// The forecast, worked out a second time from the people, by the formulas of `Response`'s
  /// documentation.
  @Test
  void everyNumberCanBeDerived() {
    CampaignPlan plan =
        shop.plan(shop.brief().benefit(new Benefit.Percent(0.1)).build(), shop.candidates(500));
    Forecast forecast = plan.forecast();
    double anyway = 0;
    double raised = 0;
    double brought = 0;
    double income = 0;
    double offer = 0;
    // means of the split normal distributions: estimate + sqrt(2 / pi) * (high side - low side)
    double wider = Math.sqrt(2 / Math.PI) / 1.6448536;
    double lift = Math.pow(0.9, -(2.6 + wider * 0.3));
    double seen = 0.3 + wider * 0.05;
    double demand = 1 + wider * 0.1;
    for (PlannedContact c : plan.planned()) {
      double baseline = demand * c.candidate().baseline();
      double chance = 1 - Math.exp(-baseline);
      double odds = lift * chance / (1 - chance);
      double up = seen * (odds / (1 + odds) - chance);
      double more = 0.025 * lift * c.candidate().alive().value();
      anyway += seen * baseline;
      raised += up;
      brought += more;
      income += 0.3 * c.candidate().orderValue() * (up + more);
      offer += 0.1 * c.candidate().orderValue() * (seen * baseline + up + more);
    }
    int people = plan.planned().size();
    Map<String, Double> expected =
        Map.of(
            "people", (double) people,
            "anywayOrders", anyway,
            "raisedOrders", raised,
            "broughtOrders", brought,
            "marginIncome", income,
            "offerCost", offer,
            "contactCosts", (double) people,
            "profit", income - offer - people);
    expected.forEach((name, value) ->
        assertEquals(value, forecast.line(name), 1e-6 * Math.max(1, Math.abs(value)), name));
    double ofContacts = plan.planned().stream().mapToDouble(PlannedContact::expectedProfit).sum();
    assertEquals(ofContacts, forecast.profit().estimate(), 1e-6 * Math.abs(ofContacts));
    assertEquals(income - offer - people, forecast.profit().estimate(), 1e-2);
    assertEquals(offer + people, forecast.cost(), 1e-2);
  }

  @Test
  void aDoubledDiscountEarnsLessAndARandomAudienceLoses() {
    List<Candidate> candidates = shop.candidates(2_000);
    CampaignBrief.Builder brief = shop.brief().maxRecipients(300).onlyProfitable(false);
    double ten = profit(brief.benefit(new Benefit.Percent(0.1)).build(), candidates);
    double twenty = profit(brief.benefit(new Benefit.Percent(0.2)).build(), candidates);
    assertTrue(ten > 0, () -> "10 %: " + ten);
    assertTrue(twenty < 0.8 * ten, () -> "20 %: " + twenty + " against " + ten);
    List<Candidate> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(7));
    double random =
        profit(brief.benefit(new Benefit.Percent(0.1)).build(), shuffled.subList(0, 380));
    assertTrue(random < 0, () -> "random: " + random);
  }

  /// Who orders every day needs no discount; who hardly orders may be moved.
  @Test
  void aDiscountForRegularsCostsMoreThanItBrings() {
    Response response = new Response(0.005, 2.6, 1, 1, 1);
    Response.Orders regular = response.of(3, 1, 0.1);
    Response.Orders seldom = response.of(0.03, 1, 0.1);
    assertTrue(0.3 * regular.more() < 0.1 * regular.using());
    assertTrue(0.5 * seldom.more() > 0.1 * seldom.using());
  }

  @Test
  void whatLosesMoneyIsNotPlanned() {
    CampaignPlan plan =
        shop.plan(shop.brief().benefit(new Benefit.Percent(0.3)).build(), shop.candidates(200));
    assertEquals(0, plan.sum().of(Disposition.PLANNED));
    assertTrue(plan.sum().of(Disposition.NOT_WORTH) > 0);
    assertEquals(0, plan.forecast().profit().estimate());
  }

  /// The interval must hold the profit that comes out when all that is not known is drawn anew and
  /// every person orders or not: 90 % of 1,000 such campaigns (four standard errors: 3.8 points).
  @Test
  void theIntervalHoldsWhatIsDrawn() {
    Economics e =
        new Economics(
            Assumption.stated(0.3),
            Assumption.usual(0.1, 0.08, 0.12),
            Assumption.usual(2.6, 1.6, 3.6),
            Assumption.usual(0.3, 0.2, 0.4),
            Assumption.usual(1, 0.8, 1.2),
            0,
            new Money(5, "EUR"),
            30,
            30);
    CampaignPlan plan =
        shop.plan(shop.brief(e).benefit(new Benefit.Percent(0.1)).build(), shop.candidates(400));
    Interval profit = plan.forecast().profit();
    Random random = new Random(11);
    int held = 0;
    for (int run = 0; run < 1_000; run++) {
      Response response =
          new Response(
              drawn(random, 0.1, 0.02),
              drawn(random, 2.6, 1),
              drawn(random, 0.3, 0.1),
              drawn(random, 1, 0.2),
              1);
      double earned = 0;
      for (PlannedContact c : plan.planned()) {
        double value = c.candidate().orderValue();
        Response.Orders orders =
            response.of(c.candidate().baseline(), c.candidate().alive().value(), 0.1);
        earned -= 5 + 0.1 * value * (random.nextDouble() < orders.anyway() ? 1 : 0);
        earned += 0.2 * value * (random.nextDouble() < orders.more() ? 1 : 0);
      }
      held += profit.holds(earned) ? 1 : 0;
    }
    assertEquals(0.9, held / 1_000.0, 0.038);
  }

  /// @param side from the mean to an end of nine tenths
  private static double drawn(Random random, double mean, double side) {
    return Math.max(0, mean + side / 1.645 * random.nextGaussian());
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
}
