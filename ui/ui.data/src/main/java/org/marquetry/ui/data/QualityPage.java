package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Quality;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// How good the data is: rules, their figures, the rows behind them.
@org.osgi.service.component.annotations.Component
public final class QualityPage implements ViewContribution {
  /// What the page works with.
  record Services(Quality quality, Jobs jobs, ShopZone zone, Live live, Colleagues colleagues) {}

  private final Services services;

  @Activate
  public QualityPage(
      @Reference Quality quality,
      @Reference Jobs jobs,
      @Reference ShopZone zone,
      @Reference Live live,
      @Reference Colleagues colleagues) {
    services = new Services(quality, jobs, zone, live, colleagues);
  }

  @Override
  public String path() {
    return "quality/:rule?";
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.quality";
  }

  @Override
  public String icon() {
    return "vaadin:check-circle-o";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String permission() {
    return "data.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return QualityView.class;
  }

  @Override
  public Component create() {
    return new QualityView(services);
  }
}
