package org.marquetry.campaign.api;

import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// From a goal, a budget and dates to campaigns that could be made, side by side. Nothing of them
/// is stored before one is adopted, and nothing is sent then. Safe for many threads.
///
/// What a proposal forecasts is what the check of the campaign shows that it becomes.
@ProviderType
@Requires("campaign.check")
public interface CampaignProposals {
  /// Make proposals that are unlike each other: another audience, another discount. Takes about a
  /// second for a hundred thousand people.
  Proposed propose(ProposalQuestion question);

  /// Make a proposal again, perhaps altered: another discount, a random audience.
  Proposal forecast(ProposalChoice choice);

  /// Make the campaign, with its segment, offer and mail, as a draft. Adopted again, it is the same
  /// campaign.
  ///
  /// @param name what the new things are called; a number follows where the name is taken
  /// @throws IllegalArgumentException if the audience is a random one
  @Requires("campaign.write")
  SavedCampaign adopt(ProposalChoice choice, String name);
}
