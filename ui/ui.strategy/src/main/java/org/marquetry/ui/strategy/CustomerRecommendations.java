package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.PanelContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What would be recommended to a customer, and why, on the customer's page.
@org.osgi.service.component.annotations.Component
public final class CustomerRecommendations implements PanelContribution {
  /// What the panel works with.
  record Services(Recommendations recommendations, Catalogue catalogue, ShopZone zone, Live live) {}

  private final Services services;

  @Activate
  public CustomerRecommendations(
      @Reference Recommendations recommendations,
      @Reference Catalogue catalogue,
      @Reference ShopZone zone,
      @Reference Live live) {
    services = new Services(recommendations, catalogue, zone, live);
  }

  @Override
  public String place() {
    return "customer";
  }

  @Override
  public String titleKey() {
    return "strategy.recommended";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public String permission() {
    return "recommend.read";
  }

  @Override
  public Component create(String subject) {
    return new RecommendationsPanel(services, new CustomerId(subject));
  }
}
