package org.marquetry.campaign.api;

import org.marquetry.campaign.api.Assumption.Origin;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;

/// What a forecast rests on.
///
/// @param margin share of the price that is left after the goods are paid, in [0, 1]
/// @param attention share of living recipients who order because of the message alone, without any
///   offer, in [0, 1]
/// @param elasticity by how much the log odds of an order rise for each unit by which the logarithm
///   of the price falls, at least 0
/// @param seen share of recipients who take notice of the message and so of its offer, in [0, 1]
/// @param demand how much will be bought in the time ahead, against what the same people bought in
///   spans of that length before, at least 0
/// @param campaigns finished campaigns of the shop with a hold-out that `attention` rests on
/// @param contactCost cost of one message
/// @param horizonDays how long orders are counted, at least 1
/// @param offerDays how long the offer can be used, 1 to `horizonDays`
public record Economics(
    Assumption margin,
    Assumption attention,
    Assumption elasticity,
    Assumption seen,
    Assumption demand,
    int campaigns,
    Money contactCost,
    int horizonDays,
    int offerDays) {
  /// What one message makes more people of a hundred order, before a shop has measured anything: 2
  /// % [0.5 %; 5 %] respond, half of these [none; all] would not have ordered otherwise. In the
  /// e-mail test that K. Hillstrom published (MineThatData, 2008; 64,000 people, two weeks) 0.57 %
  /// of those without a mail ordered, 1.25 % and 0.88 % of those with one.
  public static final Assumption USUAL_ATTENTION = Assumption.usual(0.01, 0, 0.04);

  /// The mean of 1,851 published price elasticities, with nine tenths of them: T. H. A. Bijmolt, H.
  /// J. van Heerde, R. G. M. Pieters, New Empirical Generalizations on the Determinants of Price
  /// Elasticity, Journal of Marketing Research 42, 2005 (mean 2.62).
  public static final Assumption USUAL_ELASTICITY = Assumption.usual(2.6, 0.5, 5);

  /// Three of ten take notice [15 %; 50 %].
  public static final Assumption USUAL_SEEN = Assumption.usual(0.3, 0.15, 0.5);

  /// As much as before [0.7; 1.4].
  public static final Assumption USUAL_DEMAND = Assumption.usual(1, 0.7, 1.4);

  public Economics {
    share("margin", margin);
    share("attention", attention);
    share("seen", seen);
    notNegative("elasticity", elasticity);
    notNegative("demand", demand);
    if (campaigns < 0) {
      throw new IllegalArgumentException("campaigns must be >= 0, got " + campaigns);
    }
    if (contactCost.minor() < 0) {
      throw new IllegalArgumentException("contactCost must be >= 0, got " + contactCost);
    }
    if (horizonDays < 1) {
      throw new IllegalArgumentException("horizonDays must be >= 1, got " + horizonDays);
    }
    if (offerDays < 1 || offerDays > horizonDays) {
      throw new IllegalArgumentException(
          "offerDays must be 1.." + horizonDays + ", got " + offerDays);
    }
  }

  /// Usual numbers for a shop that has told and measured nothing: no cost of a message, 30 days.
  ///
  /// @param margin stated by a person
  public static Economics usual(double margin, String currency) {
    return new Economics(
        Assumption.stated(margin),
        USUAL_ATTENTION,
        USUAL_ELASTICITY,
        USUAL_SEEN,
        USUAL_DEMAND,
        0,
        Money.zero(currency),
        30,
        30);
  }

  /// Give a copy with a rate of response that was measured without a hold-out: half of those who
  /// respond would not have ordered otherwise, or none of them, or all.
  ///
  /// @param measured share of recipients who ordered with the message, in [0, 1]
  public Economics withResponseRate(Interval measured) {
    return new Economics(
        margin,
        new Assumption(
            new Interval(measured.estimate() / 2, 0, measured.high(), measured.level()),
            Origin.MEASURED),
        elasticity,
        seen,
        demand,
        campaigns,
        contactCost,
        horizonDays,
        offerDays);
  }

  private static void share(String name, Assumption a) {
    if (a.value().low() < 0 || a.value().high() > 1) {
      throw new IllegalArgumentException(name + " must lie in [0, 1], got " + a.value());
    }
  }

  private static void notNegative(String name, Assumption a) {
    if (a.value().low() < 0) {
      throw new IllegalArgumentException(name + " must be >= 0, got " + a.value());
    }
  }
}
