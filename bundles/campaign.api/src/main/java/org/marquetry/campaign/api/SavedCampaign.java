package org.marquetry.campaign.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// One version of a campaign.
///
/// @param id stable; also the id of its experiment
/// @param by id of the actor who made the version
public record SavedCampaign(
    String id, int version, Campaign campaign, Act act, Instant at, String by) implements Saved {
  @Override
  public String name() {
    return campaign.name();
  }
}
