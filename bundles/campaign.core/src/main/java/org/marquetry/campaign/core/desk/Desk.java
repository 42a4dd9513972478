package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignPlanner;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.response.ShopResponse;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.Segments;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Makes the plan of a campaign out of what the shop knows now: what a check shows and a launch
/// carries out.
@Component(service = Desk.class)
public final class Desk {
  private final CampaignStore store;
  private final CampaignPlanner planner;
  private final Audience audience;
  private final Briefs briefs;
  private final ShopResponse response;
  private final ShopZone zone;
  private final InstantSource clock;

  @Activate
  public Desk(
      @Reference CampaignStore store,
      @Reference CampaignPlanner planner,
      @Reference Segments segments,
      @Reference Offers offers,
      @Reference MailDesigns mails,
      @Reference ShopResponse response,
      @Reference ShopSettings settings,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.store = store;
    this.planner = planner;
    this.zone = zone;
    this.clock = clock;
    audience = new Audience(segments, store.launches(), warehouse);
    this.response = response;
    briefs = new Briefs(offers, mails, response, settings, zone, this::offered);
  }

  /// What a campaign offered: the offer as it was launched, or as it is; empty: there is no such
  /// campaign, or its offer is gone.
  private Optional<Benefit> offered(String id) {
    return store
        .newest()
        .find(id)
        .flatMap(saved -> {
          Campaign campaign = saved.campaign();
          if (campaign.offer().isEmpty()) {
            return Optional.of(new Benefit.None());
          }
          return store
              .launches()
              .find(id)
              .flatMap(l -> briefs.launchedOffer(campaign, l.uses()))
              .or(() -> briefs.offer(campaign))
              .map(Offer::benefit);
        });
  }

  CampaignStore store() {
    return store;
  }

  Audience audience() {
    return audience;
  }

  Briefs briefs() {
    return briefs;
  }

  InstantSource clock() {
    return clock;
  }

  /// Ask the planner, with the rights of the suite: who may check a campaign may see what comes of
  /// it.
  CampaignPlan plan(SavedCampaign saved) {
    return Actor.SYSTEM.call(() -> plan(saved, briefs.of(saved, clock.instant())));
  }

  /// As it was launched.
  CampaignPlan plan(SavedCampaign saved, LaunchTable.Launch launch) {
    return Actor.SYSTEM.call(() -> plan(saved, briefs.of(saved, launch)));
  }

  /// A campaign that is not saved yet, as it would be planned under this id.
  ///
  /// @param people of its audience
  public CampaignPlan plan(
      String id,
      Campaign campaign,
      Optional<Offer> offer,
      Optional<MailDesign> mail,
      List<Candidate> people) {
    Instant now = clock.instant();
    SavedCampaign saved =
        new SavedCampaign(id, 1, campaign, Act.CREATED, now, Actor.current().name());
    return Actor.SYSTEM.call(() -> planner.plan(briefs.of(saved, mail, offer, now), people));
  }

  /// Everybody whom the shop knows, with what they are expected to order in some days ahead.
  public List<Candidate> everybody(int days) {
    return Actor.SYSTEM.call(
        () -> audience.everybody(zone.zone(), clock.instant(), response.baselines(days)));
  }

  /// The campaign of this id, made now unless it is there; one that was deleted comes back.
  public SavedCampaign adopt(String id, Campaign campaign) {
    return store
        .newest()
        .find(id)
        .map(now ->
            now.isDeleted() ? store.change(id, now.version(), now.campaign(), Act.RESTORED) : now)
        .orElseGet(() -> store.create(id, campaign));
  }

  /// The newest version of a campaign, also of a deleted one.
  public Optional<SavedCampaign> find(String id) {
    return store.newest().find(id);
  }

  /// Whether a campaign has this name, in any case of letters.
  public boolean isTaken(String name) {
    return store.newest().list().stream().anyMatch(s -> s.name().equalsIgnoreCase(name));
  }

  private CampaignPlan plan(SavedCampaign saved, CampaignBrief brief) {
    Campaign campaign = saved.campaign();
    List<Candidate> candidates =
        audience.isThere(campaign)
            ? audience.candidates(
                campaign, zone.zone(), clock.instant(), response.baselines(campaign.days()))
            : List.of();
    return planner.plan(brief, candidates);
  }
}
