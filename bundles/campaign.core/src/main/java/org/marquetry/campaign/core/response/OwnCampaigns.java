package org.marquetry.campaign.core.response;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.core.Response;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.shop.api.Interval;

/// What finished campaigns say of the attention that a message gets.
///
/// Attention differs from campaign to campaign. The interval before them is half ignorance of the
/// shop's own mean and half that difference (variances); each finished campaign tells its own
/// attention with the error of its experiment, and the mean follows by Bayes' rule for normal
/// numbers (A. Gelman et al., Bayesian Data Analysis, 3rd edition, 2013, chapter 5). What is given
/// is for the next campaign: the mean's error and the difference together, cut at 0.
final class OwnCampaigns {
  private static final double REACH = 1.645;
  private static final double LEVEL = 0.9;
  private static final double LEAST_LEFT = 0.01; // of an order's value
  private static final double SMALL = 1e-6; // an attention that no lift makes large

  /// One group of one finished campaign.
  ///
  /// @param attention as the result tells it, may be below 0
  /// @param error standard error, > 0
  record Told(double attention, double error) {}

  private OwnCampaigns() {}

  /// What the result of one group tells: the attention with which it would have been expected. What
  /// those held out paid tells how often such people order anyway; all of them count as still
  /// buying, so what is told is rather too little.
  ///
  /// @param offer that the group got
  /// @param costs of the campaign
  /// @param order what an order of the shop comes to, in minor units
  /// @param seen share who take notice
  /// @return empty where an order leaves nothing, or the result has no error
  static Optional<Told> told(
      Effect result, Benefit offer, ExperimentPlan.Costs costs, double order, double seen) {
    double cost = order > 0 ? offer.cost(order) : 0;
    double left = costs.margin() * order - cost;
    Interval profit = result.fixed();
    double reach = Math.sqrt(2) * InverseErfc.value(1 - profit.level()); // two-sided normal
    double error = (profit.high() - profit.low()) / (2 * reach);
    if (!(left > LEAST_LEFT * order) || !(error > 0)) {
      return Optional.empty();
    }
    double elasticity = Economics.USUAL_ELASTICITY.value().estimate();
    double anyway = Math.max(0, result.control().mean() / (costs.margin() * order));
    Response.Orders small = new Response(SMALL, elasticity, seen, 1, 1).of(anyway, 1, cost / order);
    double beside = // what the offer brings and costs without any attention
        small.raised() * left - small.anyway() * cost - costs.message().minor();
    double each = left * small.brought() / SMALL; // for each unit of attention
    return Optional.of(new Told((profit.estimate() - beside) / each, error / each));
  }

  /// @param before what is thought without any of these
  static Assumption attention(Assumption before, List<Told> told) {
    if (told.isEmpty()) {
      return before;
    }
    Interval known = before.value();
    double prior = Math.pow((known.high() - known.low()) / (2 * REACH), 2) / 2;
    double between = prior;
    double precision = 1 / prior;
    double weighted = known.estimate() / prior;
    for (Told one : told) {
      double weight = 1 / (one.error() * one.error() + between);
      precision += weight;
      weighted += weight * one.attention();
    }
    double mean = Math.clamp(weighted / precision, 0, 1);
    double side = REACH * Math.sqrt(1 / precision + between);
    return new Assumption(
        new Interval(mean, Math.max(0, mean - side), Math.min(1, mean + side), LEVEL),
        Origin.MEASURED);
  }
}
