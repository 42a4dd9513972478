package org.marquetry.campaign.core;

import org.marquetry.campaign.api.Economics;

/// How one person answers a message with an offer, for one draw of what is not known.
///
/// Three kinds of orders count, by the person's own number `b` of orders within the offer's days
/// without a message, the chance `alive` that the person still buys at all, and the depth `x` of
/// the offer (what it is worth, as a share of the order):
///
/// - *anyway* = `seen * b`: orders that would have come too, and use the offer.
/// - *raised* = `seen * (p(x) - p(0))`: somebody orders because it is cheaper. `p(0) = 1 - exp(-b)`
///   is the chance of an order at all (Poisson), and the log odds rise by `elasticity * -ln(1 -
///   x)`.
/// - *brought* = `alive * attention * (1 - x) ^ -elasticity`, at most `alive`: somebody orders
///   because of the message. A small chance is about its odds, so these rise alike.
///
/// A shift of log odds for the price: D. McFadden, Conditional Logit Analysis of Qualitative Choice
/// Behavior, 1974. People who buy often anyway cannot be raised much and cost the offer with each
/// order: a discount for them loses money.
public record Response(
    double attention, double elasticity, double seen, double demand, double offerShare) {
  private static final double DEEPEST = 0.9;

  /// Orders, expected.
  public record Orders(double anyway, double raised, double brought) {
    /// Because of the message or its offer.
    public double more() {
      return raised + brought;
    }

    /// That use the offer.
    public double using() {
      return anyway + raised + brought;
    }
  }

  /// With the means of what is not known.
  static Response expected(Economics e) {
    return new Response(
        Spread.of(e.attention()).mean(),
        Spread.of(e.elasticity()).mean(),
        Spread.of(e.seen()).mean(),
        Spread.of(e.demand()).mean(),
        offerShare(e));
  }

  /// The share of the horizon in which the offer can be used.
  static double offerShare(Economics e) {
    return (double) e.offerDays() / e.horizonDays();
  }

  /// @param baseline orders within the horizon without the message
  /// @param depth what the offer is worth, as a share of the order, at least 0
  public Orders of(double baseline, double alive, double depth) {
    double lift = Math.exp(-elasticity * Math.log1p(-Math.min(depth, DEEPEST)));
    double b = demand * baseline * offerShare;
    double p = -Math.expm1(-b);
    double raised = p * lift / (1 + p * (lift - 1)) - p;
    return new Orders(seen * b, seen * raised, alive * Math.min(1, attention * lift));
  }
}
