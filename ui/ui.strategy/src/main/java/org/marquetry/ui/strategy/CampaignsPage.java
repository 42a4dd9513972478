package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All campaigns.
@org.osgi.service.component.annotations.Component
public final class CampaignsPage implements ViewContribution {
  static final String PATH = "campaigns";

  private final CampaignServices services;

  @Activate
  public CampaignsPage(@Reference CampaignServices services) {
    this.services = services;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Section section() {
    return Section.STRATEGY;
  }

  @Override
  public String titleKey() {
    return "strategy.campaigns";
  }

  @Override
  public String icon() {
    return "vaadin:paperplane";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "campaign.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return CampaignsView.class;
  }

  @Override
  public Component create() {
    return new CampaignsView(services);
  }
}
