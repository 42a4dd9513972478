package org.marquetry.campaign.core;

import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Offer;

/// What one message to one customer is expected to earn, in minor units.
final class Worth {
  private final Economics economics;
  private final Offer offer;

  Worth(Economics economics, Offer offer) {
    this.economics = economics;
    this.offer = offer;
  }

  /// `alive * responseRate * (incrementalShare * margin * orderValue - offer) - contactCost`.
  double expectedProfit(Candidate candidate) {
    double perResponse =
        economics.incrementalShare().value().estimate()
                * economics.margin().value().estimate()
                * candidate.orderValue()
            - offerCost(candidate);
    return candidate.alive().value() * economics.responseRate().value().estimate() * perResponse
        - economics.contactCost().minor();
  }

  /// What the offer costs when the customer orders with it.
  double offerCost(Candidate candidate) {
    return switch (offer) {
      case Offer.None() -> 0;
      case Offer.Percent(double share) -> share * candidate.orderValue();
      case Offer.Amount(var off) -> Math.min((double) off.minor(), candidate.orderValue());
    };
  }
}
