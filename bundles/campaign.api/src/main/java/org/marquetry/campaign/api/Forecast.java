package org.marquetry.campaign.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.shop.api.Interval;

/// What a plan is expected to earn.
///
/// @param profit in minor units, with its interval
/// @param currency ISO code of every amount in here
/// @param cost of messages and of the offer for all who use it, expected, in minor units
/// @param assumptions what it rests on, by name (`margin`, `attention`, `elasticity`, `seen`,
///   `demand`, `contactCost`)
/// @param campaigns finished campaigns of the shop with a hold-out that it rests on; 0: weak
///   evidence
/// @param derivation how the estimate comes about, each line from those before it
public record Forecast(
    Interval profit,
    double cost,
    String currency,
    Map<String, Assumption> assumptions,
    int campaigns,
    List<Line> derivation) {
  public Forecast {
    assumptions = java.util.Collections.unmodifiableMap(new TreeMap<>(assumptions));
    derivation = List.copyOf(derivation);
  }

  /// One line's value; 0 when there is no line of this name.
  public double line(String name) {
    return derivation.stream().filter(l -> l.name().equals(name)).mapToDouble(Line::value).sum();
  }

  /// Orders more a person.
  public double ordersEach() {
    double people = line("people");
    return people == 0 ? 0 : (line("raisedOrders") + line("broughtOrders")) / people;
  }

  /// One line of the derivation.
  ///
  /// @param name of the number, for example `broughtOrders`
  /// @param value people, orders, or minor units
  /// @param formula by the names of assumptions and earlier lines, for example `people *
  ///   contactCost`
  public record Line(String name, double value, String formula) {}
}
