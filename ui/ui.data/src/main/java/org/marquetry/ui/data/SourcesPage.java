package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.Sources;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Where files come from again and again, and what is wrong with them.
@org.osgi.service.component.annotations.Component
public final class SourcesPage implements ViewContribution {
  /// What the page works with.
  record Services(Sources sources, Imports imports, ShopZone zone, Live live) {}

  private final Services services;

  @Activate
  public SourcesPage(
      @Reference Sources sources,
      @Reference Imports imports,
      @Reference ShopZone zone,
      @Reference Live live) {
    services = new Services(sources, imports, zone, live);
  }

  @Override
  public String path() {
    return "sources/:source?";
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.sources";
  }

  @Override
  public String icon() {
    return "vaadin:download-alt";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return "data.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return SourcesView.class;
  }

  @Override
  public Component create() {
    return new SourcesView(services);
  }
}
