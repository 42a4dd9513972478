package org.marquetry.campaign.core;

import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.core.Response.Orders;

/// What one message to one customer is expected to earn and to cost, in minor units.
public final class Worth {
  private final Economics economics;
  private final Benefit benefit;
  private final Response response;

  public Worth(Economics economics, Benefit benefit) {
    this.economics = economics;
    this.benefit = benefit;
    response = Response.expected(economics);
  }

  /// Margin on the orders that it brings, less the offer for all who use it and the message.
  double expectedProfit(Candidate candidate) {
    return economics.margin().value().estimate() * candidate.orderValue() * orders(candidate).more()
        - expectedCost(candidate);
  }

  /// The message, and the offer for all who use it.
  public double expectedCost(Candidate candidate) {
    return offerCost(candidate) * orders(candidate).using() + economics.contactCost().minor();
  }

  Orders orders(Candidate candidate) {
    return response.of(candidate.baseline(), candidate.alive().value(), depth(candidate));
  }

  /// What the offer is worth to the customer, as a share of the order; a gift what it costs.
  double depth(Candidate candidate) {
    return offerCost(candidate) / candidate.orderValue();
  }

  /// What the offer costs when the customer orders with it.
  double offerCost(Candidate candidate) {
    return benefit.cost(candidate.orderValue());
  }
}
