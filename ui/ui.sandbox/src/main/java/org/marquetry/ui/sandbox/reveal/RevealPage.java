package org.marquetry.ui.sandbox.reveal;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The truth about the made-up shop beside what was measured.
@org.osgi.service.component.annotations.Component
public final class RevealPage implements ViewContribution {
  static final String PATH = "reveal";

  /// What the page works with.
  record Services(
      ShopTruth shop, CustomerTruth customers, LiveProfiles profiles, ShopZone zone, Live live) {}

  private final Services services;

  @Activate
  public RevealPage(
      @Reference Truth truth,
      @Reference LiveProfiles profiles,
      @Reference Catalogue catalogue,
      @Reference Warehouse warehouse,
      @Reference ShopZone zone,
      @Reference Live live) {
    services =
        new Services(
            new ShopTruth(truth, new MeasuredReactions(warehouse, zone)),
            new CustomerTruth(truth, profiles, catalogue),
            profiles,
            zone,
            live);
  }

  @Override
  public String path() {
    return PATH + "/:" + CustomerAddress.PARAMETER + "?";
  }

  @Override
  public Section section() {
    return Section.MEASUREMENT;
  }

  @Override
  public String titleKey() {
    return "sandbox.reveal";
  }

  @Override
  public String icon() {
    return "vaadin:eye";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public String permission() {
    return "sandbox.reveal";
  }

  @Override
  public Class<? extends Component> viewType() {
    return RevealView.class;
  }

  @Override
  public Component create() {
    return new RevealView(services);
  }
}
