package org.marquetry.autopilot.core;

import java.util.List;
import org.marquetry.campaign.api.CampaignPlanner;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.data.api.Intake;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.experiment.api.PastCampaigns;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.placement.api.PastResponses;
import org.marquetry.profile.api.Profiles;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The providers of the six steps, as they are installed.
@Component(service = StepServices.class)
public final class StepServices {
  private final Intake intake;
  private final Warehouse warehouse;
  private final Profiles profiles;
  private final ProductSearch search;
  private final CopyWriter writer;
  private final ClaimCheck check;
  private final ArmChooser chooser;
  private final PastResponses responses;
  private final Recommendations recommendations;
  private final CampaignPlanner campaigns;
  private final Experiments experiments;
  private final PastCampaigns past;

  @Activate
  public StepServices(
      @Reference Intake intake,
      @Reference Warehouse warehouse,
      @Reference Profiles profiles,
      @Reference ProductSearch search,
      @Reference CopyWriter writer,
      @Reference ClaimCheck check,
      @Reference ArmChooser chooser,
      @Reference PastResponses responses,
      @Reference Recommendations recommendations,
      @Reference CampaignPlanner campaigns,
      @Reference Experiments experiments,
      @Reference PastCampaigns past) {
    this.intake = intake;
    this.warehouse = warehouse;
    this.profiles = profiles;
    this.search = search;
    this.writer = writer;
    this.check = check;
    this.chooser = chooser;
    this.responses = responses;
    this.recommendations = recommendations;
    this.campaigns = campaigns;
    this.experiments = experiments;
    this.past = past;
  }

  /// The steps in the order in which they run.
  List<Step> steps(Messages messages) {
    return List.of(
        new DataStep(intake, warehouse, messages),
        new ProfileStep(profiles, messages),
        new ContentStep(search, writer, check, warehouse, messages),
        new PlacementStep(chooser, responses, messages),
        new StrategyStep(
            new StrategyServices(
                warehouse, recommendations, campaigns, writer, chooser, responses, past),
            profiles,
            messages),
        new MeasurementStep(experiments, past, messages));
  }

  /// Version of Marquetry.
  String version() {
    return FrameworkUtil.getBundle(StepServices.class).getVersion().toString();
  }
}
