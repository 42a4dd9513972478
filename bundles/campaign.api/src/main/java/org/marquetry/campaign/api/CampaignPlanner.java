package org.marquetry.campaign.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ProviderType;

/// Plan a campaign, and launch a plan at once with letters that are there. Pure but for the launch;
/// safe for many threads. Campaigns that people keep are [Campaigns].
@ProviderType
@Requires("campaign.plan")
public interface CampaignPlanner {
  /// Plan: nothing is sent and nothing is logged. The same brief, candidates and contact records
  /// give the same plan.
  ///
  /// @param candidates each customer once
  CampaignPlan plan(CampaignBrief brief, List<Candidate> candidates);

  /// Launch: log each decision (send or hold-out), then hand the letters to the contact policy. A
  /// launch that was cut off may be launched again: nobody gets the same message twice, nothing is
  /// logged twice.
  ///
  /// @param letters one for each planned contact; a planned contact without a letter is an error
  /// @throws IllegalArgumentException if letters are missing or are not of planned contacts
  @Requires("campaign.launch")
  LaunchReport launch(CampaignPlan plan, List<Letter> letters, Progress progress);
}
