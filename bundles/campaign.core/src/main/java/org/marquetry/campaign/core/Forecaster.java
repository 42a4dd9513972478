package org.marquetry.campaign.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Forecast;
import org.marquetry.shop.api.Interval;

/// Adds up what the planned messages are expected to earn, with an interval by simulation.
///
/// Each draw takes a response rate and an incremental share from split normal distributions over
/// their intervals, cut to [0, 1], and adds the chance of who responds (variance of independent
/// responses).
final class Forecaster {
  private static final int DRAWS = 20_000;
  private static final double LEVEL = 0.9;

  private final Economics economics;
  private final Worth worth;
  private final long seed;

  Forecaster(Economics economics, Benefit benefit, long seed) {
    this.economics = economics;
    this.worth = new Worth(economics, benefit);
    this.seed = seed;
  }

  Forecast forecast(List<Candidate> people) {
    Sums sums = new Sums();
    double margin = economics.margin().value().estimate();
    people.forEach(p -> sums.add(p, margin, worth.offerCost(p)));
    double rate = economics.responseRate().value().estimate();
    double share = economics.incrementalShare().value().estimate();
    double cost = economics.contactCost().minor();
    double profit = rate * (share * margin * sums.value - sums.offer) - people.size() * cost;
    return new Forecast(
        interval(sums, margin, people.size() * cost, profit),
        economics.contactCost().currency(),
        Map.of(
            "margin", economics.margin(),
            "responseRate", economics.responseRate(),
            "incrementalShare", economics.incrementalShare(),
            "contactCost", Assumption.stated(cost)),
        derivation(sums, people.size(), rate, share, margin, cost, profit));
  }

  private Interval interval(Sums sums, double margin, double contacts, double profit) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double rate = draw(random, economics.responseRate().value());
      double share = draw(random, economics.incrementalShare().value());
      double mean = rate * (share * margin * sums.value - sums.offer) - contacts;
      double variance = rate * (share * sums.gain2 + (1 - share) * sums.offer2);
      draws[i] = mean + Math.sqrt(variance) * random.nextGaussian();
    }
    Arrays.sort(draws);
    double low = draws[(int) (DRAWS * (1 - LEVEL) / 2)];
    double high = draws[(int) (DRAWS * (1 + LEVEL) / 2)];
    return new Interval(profit, Math.min(low, profit), Math.max(high, profit), LEVEL);
  }

  private static double draw(SplittableRandom random, Interval interval) {
    double reach = Math.sqrt(2) * InverseErfc.value(1 - interval.level()); // two-sided normal
    double z = random.nextGaussian();
    double side =
        z < 0 ? interval.estimate() - interval.low() : interval.high() - interval.estimate();
    return Math.clamp(interval.estimate() + z * side / reach, 0, 1);
  }

  private static List<Forecast.Line> derivation(
      Sums sums, int people, double rate, double share, double margin, double cost, double profit) {
    double responders = sums.living * rate;
    double orderValue = sums.living == 0 ? 0 : sums.value / sums.living;
    double offer = sums.living == 0 ? 0 : sums.offer / sums.living;
    double orders = responders * share;
    List<Forecast.Line> lines = new ArrayList<>();
    lines.add(new Forecast.Line("people", people, "count of planned messages"));
    lines.add(new Forecast.Line("living", sums.living, "sum of alive"));
    lines.add(new Forecast.Line("orderValue", orderValue, "mean of orderValue, weighted by alive"));
    lines.add(new Forecast.Line("offer", offer, "mean cost of the offer, weighted by alive"));
    lines.add(new Forecast.Line("responders", responders, "living * responseRate"));
    lines.add(new Forecast.Line("incrementalOrders", orders, "responders * incrementalShare"));
    lines.add(
        new Forecast.Line(
            "incrementalRevenue", orders * orderValue, "incrementalOrders * orderValue"));
    lines.add(
        new Forecast.Line(
            "marginIncome", orders * orderValue * margin, "incrementalRevenue * margin"));
    lines.add(new Forecast.Line("offerCost", responders * offer, "responders * offer"));
    lines.add(new Forecast.Line("contactCosts", people * cost, "people * contactCost"));
    lines.add(new Forecast.Line("profit", profit, "marginIncome - offerCost - contactCosts"));
    return lines;
  }

  /// Sums over people, each weighted by the probability of being alive.
  private static final class Sums {
    double living;
    double value;
    double offer;
    double gain2; // squared gain of an incremental order
    double offer2; // squared cost of a response that is none

    void add(Candidate p, double margin, double offerCost) {
      double alive = p.alive().value();
      double gain = margin * p.orderValue() - offerCost;
      living += alive;
      value += alive * p.orderValue();
      offer += alive * offerCost;
      gain2 += alive * gain * gain;
      offer2 += alive * offerCost * offerCost;
    }
  }
}
