package org.marquetry.campaign.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.Economics;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.campaign.core.response.ShopResponse;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;

/// What the planner is asked for a campaign.
final class Briefs {
  private static final String WITHOUT = "EUR"; // nothing is said of money before the set-up

  private static final int COVARIATE_DAYS = 180;

  private final Offers offers;
  private final MailDesigns mails;
  private final ShopResponse response;
  private final ShopSettings settings;
  private final ShopZone zone;
  private final Function<String, Optional<Benefit>> former;

  /// @param former what a finished campaign offered, by its id
  Briefs(
      Offers offers,
      MailDesigns mails,
      ShopResponse response,
      ShopSettings settings,
      ShopZone zone,
      Function<String, Optional<Benefit>> former) {
    this.offers = offers;
    this.mails = mails;
    this.response = response;
    this.former = former;
    this.settings = settings;
    this.zone = zone;
  }

  /// @param now nothing is sent before
  CampaignBrief of(SavedCampaign saved, Instant now) {
    return of(saved, design(saved.campaign()), offer(saved.campaign()), now);
  }

  /// As it was launched.
  CampaignBrief of(SavedCampaign saved, LaunchTable.Launch launch) {
    Campaign campaign = saved.campaign();
    return of(
        saved,
        Optional.of(launched(campaign, launch.uses())),
        launchedOffer(campaign, launch.uses()),
        launch.at());
  }

  /// With this mail and this offer.
  CampaignBrief of(
      SavedCampaign saved, Optional<MailDesign> mail, Optional<Offer> offer, Instant now) {
    Campaign campaign = saved.campaign();
    Instant start = campaign.start().filter(now::isBefore).orElse(now);
    CampaignBrief.Builder brief =
        CampaignBrief.builder(
                new CampaignId(saved.id()),
                campaign.goal(),
                economics(campaign, offer, start),
                start,
                zone.zone())
            .benefit(offer.map(Offer::benefit).orElseGet(Benefit.None::new))
            .channel(campaign.channel())
            .purpose(campaign.purpose())
            .priority(campaign.priority())
            .holdoutShare(campaign.holdoutShare())
            .maxRecipients(campaign.mostPeople().orElse(Integer.MAX_VALUE))
            .onlyProfitable(campaign.onlyProfitable())
            .needsRecommendation(false);
    mail.map(Variants::of).ifPresent(v -> brief.test(v.shares()));
    response.ordering(campaign.days()).ifPresent(brief::baseline);
    return brief.build();
  }

  private Economics economics(Campaign campaign, Optional<Offer> offer, Instant start) {
    String currency =
        settings
            .settings()
            .map(ShopSettings.Settings::currency)
            .map(Currency::getCurrencyCode)
            .orElse(WITHOUT);
    return response.economics(
        campaign.margin(),
        campaign.contactCost().orElseGet(() -> Money.zero(currency)),
        campaign.days(),
        offer.map(o -> offerDays(o, start, campaign.days())).orElse(campaign.days()),
        former);
  }

  /// On how many of the days that are measured the offer can be used, at least one.
  private int offerDays(Offer offer, Instant start, int days) {
    LocalDate first = zone.day(start);
    LocalDate from = offer.from().filter(first::isBefore).orElse(first);
    LocalDate last = first.plusDays(days - 1L);
    LocalDate until = offer.until().filter(last::isAfter).orElse(last);
    return Math.clamp(ChronoUnit.DAYS.between(from, until) + 1, 1, days);
  }

  /// What is to be measured from a moment on; empty when nothing is compared.
  Optional<ExperimentPlan> experiment(SavedCampaign saved, CampaignBrief brief, Instant start) {
    Campaign campaign = saved.campaign();
    List<Design.Share> variants = brief.split().variants();
    if (campaign.holdoutShare() == 0 && variants.size() < 2) {
      return Optional.empty();
    }
    Money message = brief.economics().contactCost();
    return Optional.of(
        new ExperimentPlan(
            brief.id(),
            campaign.name(),
            campaign.holdoutShare(),
            variants,
            start,
            start.plus(Duration.ofDays(campaign.days())),
            new ExperimentPlan.Costs(
                campaign.margin(), message, redemption(brief.benefit(), message.currency())),
            COVARIATE_DAYS,
            ExperimentPlan.Limits.USUAL));
  }

  /// What each use costs the shop beside a discount.
  private static Money redemption(Benefit benefit, String currency) {
    Money each =
        switch (benefit) {
          case Benefit.Gift(var _, Money cost) -> cost;
          case Benefit.FreeDelivery(Money cost) -> cost;
          case Benefit.None _, Benefit.Percent _, Benefit.Amount _ -> Money.zero(currency);
        };
    return each.currency().equals(currency) ? each : Money.zero(currency);
  }

  /// What it uses now.
  Uses uses(Campaign campaign) {
    return new Uses(
        campaign.mail().flatMap(mails::find).map(SavedMailDesign::version).orElse(0),
        campaign.offer().flatMap(offers::find).map(SavedOffer::version).orElse(0));
  }

  /// The mail as it was launched.
  MailDesign launched(Campaign campaign, Uses uses) {
    return Versions.former(mails.history(campaign.mail().orElseThrow()), uses.mail()).design();
  }

  /// The offer as it was launched; empty: none.
  Optional<Offer> launchedOffer(Campaign campaign, Uses uses) {
    return campaign.offer().map(id -> Versions.former(offers.history(id), uses.offer()).offer());
  }

  /// The mail that says it; empty: none, or it is gone.
  Optional<MailDesign> design(Campaign campaign) {
    return campaign
        .mail()
        .flatMap(mails::find)
        .filter(m -> !m.isDeleted())
        .map(SavedMailDesign::design);
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
