package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One campaign.
@org.osgi.service.component.annotations.Component
public final class CampaignPage implements ViewContribution {
  static final String PARAMETER = "campaign";

  private final CampaignServices services;

  @Activate
  public CampaignPage(@Reference CampaignServices services) {
    this.services = services;
  }

  static String address(String campaign) {
    return CampaignsPage.PATH + "/" + campaign;
  }

  @Override
  public String path() {
    return CampaignsPage.PATH + "/:" + PARAMETER;
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
    return "strategy.campaign";
  }

  @Override
  public String icon() {
    return "vaadin:paperplane";
  }

  @Override
  public String permission() {
    return "campaign.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return CampaignView.class;
  }

  @Override
  public Component create() {
    return new CampaignView(services);
  }
}
