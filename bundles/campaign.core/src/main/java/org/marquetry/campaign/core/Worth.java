package org.marquetry.campaign.core;

import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Economics;

/// What one message to one customer is expected to earn, in minor units.
final class Worth {
  private final Economics economics;
  private final Benefit benefit;

  Worth(Economics economics, Benefit benefit) {
    this.economics = economics;
    this.benefit = benefit;
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
    return benefit.cost(candidate.orderValue());
  }
}
