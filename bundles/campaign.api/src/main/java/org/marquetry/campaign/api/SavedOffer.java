package org.marquetry.campaign.api;

import java.time.Instant;

/// One version of an offer.
///
/// @param id of the offer
/// @param version from 1
/// @param act what made this version
/// @param by id of the actor who did it
public record SavedOffer(String id, int version, Offer offer, Act act, Instant at, String by) {
  /// What made a version.
  public enum Act {
    CREATED,
    CHANGED,
    DELETED,
    RESTORED
  }

  public boolean isDeleted() {
    return act == Act.DELETED;
  }
}
