package org.marquetry.campaign.api;

import org.marquetry.shop.api.Interval;

/// A number that a forecast rests on.
///
/// @param value with its interval; a point that nobody is unsure about has equal ends
/// @param origin where it comes from
public record Assumption(Interval value, Origin origin) {
  /// Where a number comes from.
  public enum Origin {
    /// From the shop's own data.
    MEASURED,
    /// Told by a person.
    STATED,
    /// A usual value; nobody told or measured it.
    USUAL
  }

  /// A number told by a person, without an interval.
  public static Assumption stated(double value) {
    return new Assumption(new Interval(value, value, value, 0.9), Origin.STATED);
  }

  public static Assumption usual(double value, double low, double high) {
    return new Assumption(new Interval(value, low, high, 0.9), Origin.USUAL);
  }
}
