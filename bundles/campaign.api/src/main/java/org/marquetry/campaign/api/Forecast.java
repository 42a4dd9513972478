package org.marquetry.campaign.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.shop.api.Interval;

/// What a plan is expected to earn.
///
/// @param profit in minor units, with its interval
/// @param currency ISO code of every amount in here
/// @param assumptions what it rests on, by name (`margin`, `responseRate`, `incrementalShare`,
///   `contactCost`)
/// @param derivation how the estimate comes about, each line from those before it
public record Forecast(
    Interval profit, String currency, Map<String, Assumption> assumptions, List<Line> derivation) {
  public Forecast {
    assumptions = java.util.Collections.unmodifiableMap(new TreeMap<>(assumptions));
    derivation = List.copyOf(derivation);
  }

  /// One line of the derivation.
  ///
  /// @param name of the number, for example `responders`
  /// @param value people, orders, or minor units
  /// @param formula by the names of assumptions and earlier lines, for example `living *
  ///   responseRate`
  public record Line(String name, double value, String formula) {}
}
