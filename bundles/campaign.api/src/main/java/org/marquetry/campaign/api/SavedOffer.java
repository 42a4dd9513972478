package org.marquetry.campaign.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// One version of an offer.
///
/// @param id of the offer
/// @param version from 1
/// @param act what made this version
/// @param by id of the actor who did it
public record SavedOffer(String id, int version, Offer offer, Act act, Instant at, String by)
    implements Saved {
  @Override
  public String name() {
    return offer.name();
  }
}
