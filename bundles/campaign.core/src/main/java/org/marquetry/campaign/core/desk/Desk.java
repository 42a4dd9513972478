package org.marquetry.campaign.core.desk;

import java.time.InstantSource;
import java.util.List;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignPlanner;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.Segments;
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
  private final ShopZone zone;
  private final InstantSource clock;

  @Activate
  public Desk(
      @Reference CampaignStore store,
      @Reference CampaignPlanner planner,
      @Reference Segments segments,
      @Reference Offers offers,
      @Reference MailDesigns mails,
      @Reference PastCampaigns past,
      @Reference ShopSettings settings,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference InstantSource clock) {
    this.store = store;
    this.planner = planner;
    this.zone = zone;
    this.clock = clock;
    audience = new Audience(segments, store.launches(), warehouse);
    briefs = new Briefs(offers, mails, past, settings, zone);
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

  private CampaignPlan plan(SavedCampaign saved, CampaignBrief brief) {
    List<Candidate> candidates =
        audience.isThere(saved.campaign())
            ? audience.candidates(saved.campaign(), zone.zone(), clock.instant())
            : List.of();
    return planner.plan(brief, candidates);
  }
}
