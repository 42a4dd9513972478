package org.marquetry.campaign.core;

import java.util.List;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignPlanner;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.LaunchReport;
import org.marquetry.campaign.api.Letter;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.experiment.api.Experiments;
import org.marquetry.placement.api.ArmChooser;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Plans and launches campaigns; holds no state.
@Provider("core")
@Component
public final class CorePlanner implements CampaignPlanner {
  private final Experiments experiments;
  private final ArmChooser chooser;
  private final ContactPolicy policy;
  private final DecisionLog log;

  @Activate
  public CorePlanner(
      @Reference Experiments experiments,
      @Reference ArmChooser chooser,
      @Reference ContactPolicy policy,
      @Reference DecisionLog log) {
    this.experiments = experiments;
    this.chooser = chooser;
    this.policy = policy;
    this.log = log;
  }

  @Override
  public CampaignPlan plan(CampaignBrief brief, List<Candidate> candidates) {
    return new Planner(experiments, chooser, policy, brief).plan(candidates);
  }

  @Override
  public LaunchReport launch(CampaignPlan plan, List<Letter> letters, Progress progress) {
    return new Launcher(policy, log, plan).launch(letters, progress);
  }
}
