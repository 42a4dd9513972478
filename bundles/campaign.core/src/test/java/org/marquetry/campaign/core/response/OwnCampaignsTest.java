package org.marquetry.campaign.core.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.core.Response;
import org.marquetry.campaign.core.response.OwnCampaigns.Told;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;

class OwnCampaignsTest {
  private static final ExperimentPlan.Costs COSTS =
      new ExperimentPlan.Costs(0.4, new Money(10, "EUR"), Money.zero("EUR"));
  private static final double ORDER = 5_000;
  private static final double SEEN = 0.3;

  /// The profit that the response's own formulas give is told back as the attention behind it.
  @Test
  void aResultTellsTheAttentionBehindIt() {
    double attention = 0.02;
    double baseline = 0.4;
    Response.Orders orders =
        new Response(attention, Economics.USUAL_ELASTICITY.value().estimate(), SEEN, 1, 1)
            .of(baseline, 1, 0.1);
    double profit = 0.4 * ORDER * orders.more() - 0.1 * ORDER * orders.using() - 10;
    Told told =
        OwnCampaigns.told(
                effect(baseline * 0.4 * ORDER, profit, 30),
                new Benefit.Percent(0.1),
                COSTS,
                ORDER,
                SEEN)
            .orElseThrow();
    assertEquals(attention, told.attention(), 1e-9);
    double lift = Math.pow(0.9, -Economics.USUAL_ELASTICITY.value().estimate());
    assertEquals(30 / (0.3 * ORDER * lift), told.error(), 1e-6);
  }

  @Test
  void anOfferThatLeavesNothingTellsNothing() {
    assertEquals(
        Optional.empty(),
        OwnCampaigns.told(effect(100, 5, 3), new Benefit.Percent(0.4), COSTS, ORDER, SEEN));
  }

  private static Effect effect(double control, double profit, double error) {
    Interval fixed =
        new Interval(profit, profit - 1.959964 * error, profit + 1.959964 * error, 0.95);
    return new Effect(
        new Effect.Group("holdout", 500, control, 1),
        new Effect.Group("message", 500, control + profit, 1),
        fixed,
        fixed,
        0.5,
        Effect.Method.WELCH,
        1);
  }

  @Test
  void withoutCampaignsItStaysAsItWas() {
    assertEquals(
        Economics.USUAL_ATTENTION, OwnCampaigns.attention(Economics.USUAL_ATTENTION, List.of()));
  }

  /// More results draw it to what they say and make it surer; a vague one hardly moves it.
  @Test
  void resultsDrawItToWhatTheySay() {
    Assumption before = Economics.USUAL_ATTENTION;
    double width = before.value().high() - before.value().low();
    double last = before.value().estimate();
    List<Told> told = new ArrayList<>();
    for (int n = 1; n <= 8; n++) {
      told.add(new Told(0.03, 0.004));
      Interval now = OwnCampaigns.attention(before, told).value();
      assertTrue(now.estimate() > last && now.estimate() < 0.03, now::toString);
      assertTrue(now.high() - now.low() <= width + 1e-12, now::toString);
      last = now.estimate();
      width = now.high() - now.low();
    }
    assertTrue(last > 0.026, "after eight: " + last);
    Interval vague = OwnCampaigns.attention(before, List.of(new Told(0.5, 1))).value();
    assertEquals(before.value().estimate(), vague.estimate(), 0.001);
  }
}
