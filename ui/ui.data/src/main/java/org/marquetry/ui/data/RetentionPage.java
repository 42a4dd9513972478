package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Retention;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// How long which data is kept.
@org.osgi.service.component.annotations.Component
public final class RetentionPage implements ViewContribution {
  /// What the page works with.
  record Services(
      Retention retention, Jobs jobs, ShopZone zone, Live live, Colleagues colleagues) {}

  private final Services services;

  @Activate
  public RetentionPage(
      @Reference Retention retention,
      @Reference Jobs jobs,
      @Reference ShopZone zone,
      @Reference Live live,
      @Reference Colleagues colleagues) {
    services = new Services(retention, jobs, zone, live, colleagues);
  }

  @Override
  public String path() {
    return "retention";
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.retention";
  }

  @Override
  public String icon() {
    return "vaadin:hourglass-end";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public String permission() {
    return "data.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return RetentionView.class;
  }

  @Override
  public Component create() {
    return new RetentionView(services);
  }
}
