package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// All offers.
@org.osgi.service.component.annotations.Component
public final class OffersPage implements ViewContribution {
  static final String PATH = "offers";

  private final OfferServices services;

  @Activate
  public OffersPage(@Reference OfferServices services) {
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
    return "strategy.offers";
  }

  @Override
  public String icon() {
    return "vaadin:gift";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return "offer.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return OffersView.class;
  }

  @Override
  public Component create() {
    return new OffersView(services);
  }
}
