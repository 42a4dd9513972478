package org.marquetry.campaign.api;

import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.shop.api.Money;

/// What a forecast rests on.
///
/// @param margin share of the price that is left after the goods are paid, in [0, 1]
/// @param responseRate share of living recipients who order with the message within the horizon, in
///   [0, 1]
/// @param incrementalShare share of those who would not have ordered anyway, in [0, 1]
/// @param contactCost cost of one message
/// @param horizonDays how long responses are counted, at least 1
public record Economics(
    Assumption margin,
    Assumption responseRate,
    Assumption incrementalShare,
    Money contactCost,
    int horizonDays) {
  public Economics {
    share("margin", margin);
    share("responseRate", responseRate);
    share("incrementalShare", incrementalShare);
    if (contactCost.minor() < 0) {
      throw new IllegalArgumentException("contactCost must be >= 0, got " + contactCost);
    }
    if (horizonDays < 1) {
      throw new IllegalArgumentException("horizonDays must be >= 1, got " + horizonDays);
    }
  }

  /// Usual numbers for a shop that has told and measured nothing: response 2 % [0.5 %; 5 %], half
  /// of it incremental [0; 1], no cost of a message, 30 days.
  ///
  /// @param margin stated by a person
  public static Economics usual(double margin, String currency) {
    return new Economics(
        Assumption.stated(margin),
        Assumption.usual(0.02, 0.005, 0.05),
        Assumption.usual(0.5, 0, 1),
        Money.zero(currency),
        30);
  }

  /// Give a copy with a measured response rate.
  public Economics withResponseRate(org.marquetry.shop.api.Interval measured) {
    return new Economics(
        margin,
        new Assumption(measured, Origin.MEASURED),
        incrementalShare,
        contactCost,
        horizonDays);
  }

  private static void share(String name, Assumption a) {
    if (a.value().low() < 0 || a.value().high() > 1) {
      throw new IllegalArgumentException(name + " must lie in [0, 1], got " + a.value());
    }
  }
}
