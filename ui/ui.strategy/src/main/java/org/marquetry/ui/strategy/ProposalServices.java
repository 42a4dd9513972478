package org.marquetry.ui.strategy;

import org.marquetry.campaign.api.CampaignProposals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the page of proposals works with.
@Component(service = ProposalServices.class)
public final class ProposalServices {
  private final CampaignProposals proposals;
  private final CampaignServices campaigns;

  @Activate
  public ProposalServices(
      @Reference CampaignProposals proposals, @Reference CampaignServices campaigns) {
    this.proposals = proposals;
    this.campaigns = campaigns;
  }

  CampaignProposals proposals() {
    return proposals;
  }

  CampaignServices campaigns() {
    return campaigns;
  }

  /// Whether the user may make all that a proposal becomes.
  static boolean mayAdopt() {
    return CampaignServices.may("campaign.write")
        && CampaignServices.may("segment.write")
        && CampaignServices.may("offer.write")
        && CampaignServices.may("copy.write");
  }
}
