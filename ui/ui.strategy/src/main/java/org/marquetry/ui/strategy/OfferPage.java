package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// One offer.
@org.osgi.service.component.annotations.Component
public final class OfferPage implements ViewContribution {
  static final String PARAMETER = "offer";

  private final OfferServices services;

  @Activate
  public OfferPage(@Reference OfferServices services) {
    this.services = services;
  }

  static String address(String offer) {
    return OffersPage.PATH + "/" + offer;
  }

  @Override
  public String path() {
    return OffersPage.PATH + "/:" + PARAMETER;
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
    return "strategy.offer";
  }

  @Override
  public String icon() {
    return "vaadin:gift";
  }

  @Override
  public String permission() {
    return "offer.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return OfferView.class;
  }

  @Override
  public Component create() {
    return new OfferView(services);
  }
}
