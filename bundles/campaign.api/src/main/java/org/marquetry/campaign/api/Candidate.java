package org.marquetry.campaign.api;

import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.decision.api.Reason;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Probability;
import org.marquetry.shop.api.ProductId;

/// A customer who might get the campaign, as the steps before have found.
///
/// @param customer who
/// @param orderValue what one order of this customer is worth, in minor units, > 0
/// @param alive probability that the customer still buys at all
/// @param baseline orders expected within the horizon without the message, at least 0
/// @param recommendation what to show; empty when there is nothing to show
/// @param address in the channel's form; empty when the shop does not know one
/// @param language IETF tag of the message's language
/// @param usualHour hour of the day, 0 to 23 in the shop's zone, at which the customer usually
///   orders; empty when unknown
public record Candidate(
    CustomerId customer,
    double orderValue,
    Probability alive,
    double baseline,
    Optional<Recommended> recommendation,
    Optional<String> address,
    String language,
    OptionalInt usualHour) {
  public Candidate {
    if (!(orderValue > 0 && Double.isFinite(orderValue))) {
      throw new IllegalArgumentException("orderValue must be > 0 and finite, got " + orderValue);
    }
    if (!(baseline >= 0 && Double.isFinite(baseline))) {
      throw new IllegalArgumentException("baseline must be >= 0 and finite, got " + baseline);
    }
    if (usualHour.isPresent() && (usualHour.getAsInt() < 0 || usualHour.getAsInt() > 23)) {
      throw new IllegalArgumentException("usualHour must be 0..23, got " + usualHour.getAsInt());
    }
  }

  /// A product and why it is shown.
  ///
  /// @param score in the recommender's own unit
  public record Recommended(ProductId product, double score, Reason reason) {}
}
