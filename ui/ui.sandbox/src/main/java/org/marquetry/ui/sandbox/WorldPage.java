package org.marquetry.ui.sandbox;

import com.vaadin.flow.component.Component;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.sandbox.api.Sandbox;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// How the made-up shop's world stands, and its clock.
@org.osgi.service.component.annotations.Component
public final class WorldPage implements ViewContribution {
  /// What the page works with.
  record Services(Sandbox sandbox, Jobs jobs, ShopZone zone, Live live) {}

  private final Services services;

  @Activate
  public WorldPage(
      @Reference Sandbox sandbox,
      @Reference Jobs jobs,
      @Reference ShopZone zone,
      @Reference Live live) {
    services = new Services(sandbox, jobs, zone, live);
  }

  @Override
  public String path() {
    return "world";
  }

  @Override
  public Section section() {
    return Section.SYSTEM;
  }

  @Override
  public String titleKey() {
    return "sandbox.world";
  }

  @Override
  public String icon() {
    return "vaadin:clock";
  }

  @Override
  public int order() {
    return 190;
  }

  @Override
  public String permission() {
    return "sandbox.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return WorldView.class;
  }

  @Override
  public Component create() {
    return new WorldView(services);
  }
}
