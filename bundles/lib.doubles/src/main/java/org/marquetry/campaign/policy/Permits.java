package org.marquetry.campaign.policy;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.marquetry.channel.api.Permit;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

/// Stands in the contact policy's package, where alone permits can be made.
public final class Permits {
  private Permits() {}

  public static Permit of(
      String campaign, String step, String customer, Instant at, boolean preview) {
    return Permit.mint(
        MethodHandles.lookup(),
        new CampaignId(campaign),
        step,
        new CustomerId(customer),
        Permit.MARKETING,
        at,
        preview);
  }
}
