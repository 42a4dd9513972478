package org.marquetry.campaign.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Forecast;
import org.marquetry.campaign.core.Response.Orders;
import org.marquetry.shop.api.Interval;

/// Adds up what messages to some people are expected to earn ([Response]), with an interval by
/// simulation.
///
/// Each of 2,000 seeded draws takes attention, elasticity, notice and demand from their
/// distributions ([Spread]) and adds the chance of who orders (variance of independent orders). The
/// same draws for every forecast: two of them differ by what differs. People who are alike
/// (baseline within a twelfth, living within a thirtieth) are drawn together, so the time does not
/// grow with them.
public final class Forecaster {
  private static final int DRAWS = 2_000;
  private static final long SEED = 20_261_130;
  private static final double LEVEL = 0.9;

  private final Economics economics;
  private final Worth worth;

  public Forecaster(Economics economics, Benefit benefit) {
    this.economics = economics;
    this.worth = new Worth(economics, benefit);
  }

  public Forecast forecast(List<Candidate> people) {
    Totals totals = new Totals();
    Map<Alike, Cell> cells = new HashMap<>();
    double margin = economics.margin().value().estimate();
    for (Candidate person : people) {
      double offer = worth.offerCost(person);
      totals.add(person, worth.orders(person), margin, offer);
      cells.computeIfAbsent(Alike.of(person), _ -> new Cell()).add(person, margin, offer);
    }
    double contacts = people.size() * (double) economics.contactCost().minor();
    double profit = totals.income - totals.offer - contacts;
    return new Forecast(
        interval(cells.values(), contacts, profit),
        totals.offer + contacts,
        economics.contactCost().currency(),
        assumptions(),
        economics.campaigns(),
        derivation(totals, people.size(), contacts, profit));
  }

  private Map<String, Assumption> assumptions() {
    return Map.of(
        "margin", economics.margin(),
        "attention", economics.attention(),
        "elasticity", economics.elasticity(),
        "seen", economics.seen(),
        "demand", economics.demand(),
        "contactCost", Assumption.stated((double) economics.contactCost().minor()));
  }

  private Interval interval(Collection<Cell> cells, double contacts, double profit) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] draws = new double[DRAWS];
    Spread attention = Spread.of(economics.attention());
    Spread elasticity = Spread.of(economics.elasticity());
    Spread seen = Spread.of(economics.seen());
    Spread demand = Spread.of(economics.demand());
    for (int i = 0; i < DRAWS; i++) {
      Response response =
          new Response(
              attention.draw(random, 1),
              elasticity.draw(random, Double.MAX_VALUE),
              seen.draw(random, 1),
              demand.draw(random, Double.MAX_VALUE),
              Response.offerShare(economics));
      double mean = -contacts;
      double variance = 0;
      for (Cell cell : cells) {
        Orders each =
            response.of(cell.baseline / cell.people, cell.alive / cell.people, cell.depth());
        mean += each.more() * cell.gain - each.anyway() * cell.offer;
        variance += each.more() * cell.gain2 + each.anyway() * cell.offer2;
      }
      draws[i] = mean + Math.sqrt(variance) * random.nextGaussian();
    }
    Arrays.sort(draws);
    double low = draws[(int) (DRAWS * (1 - LEVEL) / 2)];
    double high = draws[(int) (DRAWS * (1 + LEVEL) / 2)];
    return new Interval(profit, Math.min(low, profit), Math.max(high, profit), LEVEL);
  }

  private static List<Forecast.Line> derivation(
      Totals sums, int people, double contacts, double profit) {
    return List.of(
        new Forecast.Line("people", people, "count of planned messages"),
        new Forecast.Line("baselineOrders", sums.baseline, "sum of baseline"),
        new Forecast.Line(
            "anywayOrders", sums.anyway, "sum of seen * demand * baseline in the offer's days"),
        new Forecast.Line("raisedOrders", sums.raised, "sum of seen * rise of the chance to order"),
        new Forecast.Line(
            "broughtOrders", sums.brought, "sum of alive * attention * rise of the odds"),
        new Forecast.Line(
            "marginIncome", sums.income, "sum of margin * orderValue * (raised + brought)"),
        new Forecast.Line("offerCost", sums.offer, "sum of offer * (anyway + raised + brought)"),
        new Forecast.Line("contactCosts", contacts, "people * contactCost"),
        new Forecast.Line("profit", profit, "marginIncome - offerCost - contactCosts"));
  }

  /// Sums over people of what is expected.
  private static final class Totals {
    double baseline;
    double anyway;
    double raised;
    double brought;
    double income;
    double offer;

    void add(Candidate person, Orders orders, double margin, double offerCost) {
      baseline += person.baseline();
      anyway += orders.anyway();
      raised += orders.raised();
      brought += orders.brought();
      income += margin * person.orderValue() * orders.more();
      offer += offerCost * orders.using();
    }
  }

  /// What people must have in common to be drawn together.
  private record Alike(long baseline, long alive) {
    static Alike of(Candidate person) {
      return new Alike(
          Math.round(8 * Math.log(person.baseline() + 1e-4)),
          Math.round(32 * person.alive().value()));
    }
  }

  /// Sums over people who are alike.
  private static final class Cell {
    double people;
    double baseline;
    double alive;
    double value;
    double offer; // cost of the offer in an order
    double gain; // of an order that comes because of the message
    double gain2;
    double offer2;

    void add(Candidate person, double margin, double offerCost) {
      double each = margin * person.orderValue() - offerCost;
      people++;
      baseline += person.baseline();
      alive += person.alive().value();
      value += person.orderValue();
      offer += offerCost;
      gain += each;
      gain2 += each * each;
      offer2 += offerCost * offerCost;
    }

    double depth() {
      return offer / value;
    }
  }
}
