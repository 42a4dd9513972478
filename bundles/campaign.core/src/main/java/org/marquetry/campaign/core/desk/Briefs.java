package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;

/// What the planner is asked for a campaign.
final class Briefs {
  private static final String WITHOUT = "EUR"; // nothing is said of money before the set-up

  private final Offers offers;
  private final PastCampaigns past;
  private final ShopSettings settings;
  private final ShopZone zone;

  Briefs(Offers offers, PastCampaigns past, ShopSettings settings, ShopZone zone) {
    this.offers = offers;
    this.past = past;
    this.settings = settings;
    this.zone = zone;
  }

  /// @param now nothing is sent before
  CampaignBrief of(SavedCampaign saved, Instant now) {
    Campaign campaign = saved.campaign();
    CampaignBrief.Builder brief =
        CampaignBrief.builder(
                new CampaignId(saved.id()),
                campaign.goal(),
                economics(campaign),
                campaign.start().filter(now::isBefore).orElse(now),
                zone.zone())
            .benefit(offer(campaign).map(Offer::benefit).orElseGet(Benefit.None::new))
            .channel(campaign.channel())
            .purpose(campaign.purpose())
            .priority(campaign.priority())
            .holdoutShare(campaign.holdoutShare())
            .maxRecipients(campaign.mostPeople().orElse(Integer.MAX_VALUE))
            .onlyProfitable(campaign.onlyProfitable())
            .needsRecommendation(false);
    if (!campaign.variants().isEmpty()) {
      brief.test(shares(campaign.variants()));
    }
    past.ordering(campaign.days()).ifPresent(brief::baseline);
    return brief.build();
  }

  private static List<Design.Share> shares(List<String> variants) {
    return variants.stream().map(v -> new Design.Share(v, 1.0 / variants.size())).toList();
  }

  private Economics economics(Campaign campaign) {
    String currency =
        settings
            .settings()
            .map(ShopSettings.Settings::currency)
            .map(Currency::getCurrencyCode)
            .orElse(WITHOUT);
    Economics usual = Economics.usual(campaign.margin(), currency);
    return new Economics(
        Assumption.stated(campaign.margin()),
        usual.responseRate(),
        usual.incrementalShare(),
        campaign.contactCost().orElseGet(() -> Money.zero(currency)),
        campaign.days());
  }

  /// The offer that it makes; empty: none, or it is gone.
  Optional<Offer> offer(Campaign campaign) {
    return campaign
        .offer()
        .flatMap(offers::find)
        .filter(o -> !o.isDeleted())
        .map(SavedOffer::offer);
  }
}
