package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// A new campaign: proposals side by side, or from nothing.
@org.osgi.service.component.annotations.Component
public final class NewCampaignPage implements ViewContribution {
  static final String PATH = "new-campaign";

  private final ProposalServices services;

  @Activate
  public NewCampaignPage(@Reference ProposalServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public boolean inNavigation() {
    return false;
  }

  @Override
  public Section section() {
    return Section.STRATEGY;
  }

  @Override
  public String titleKey() {
    return "strategy.proposals";
  }

  @Override
  public String icon() {
    return "vaadin:paperplane";
  }

  @Override
  public String permission() {
    return "campaign.check";
  }

  @Override
  public Class<? extends Component> viewType() {
    return NewCampaignView.class;
  }

  @Override
  public Component create() {
    return new NewCampaignView(services);
  }
}
