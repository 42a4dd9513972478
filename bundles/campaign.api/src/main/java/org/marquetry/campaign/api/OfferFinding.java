package org.marquetry.campaign.api;

import org.marquetry.shop.api.Words;

/// What speaks against the use of an offer now.
///
/// @param stops whether nothing may be launched with it; else somebody should look
/// @param words what it is and what to do
public record OfferFinding(Kind kind, boolean stops, Words words) {
  /// What it is about.
  public enum Kind {
    /// With the benefit a unit of some product costs less than the floor price.
    FLOOR_PRICE,
    /// Less of the price is left than the margin guard asks for.
    MARGIN,
    /// Its last day is over, or its first one has not come.
    VALIDITY,
    /// Its amounts are in another currency than the shop's prices.
    CURRENCY,
    /// Few codes are left, or none.
    CODES
  }
}
