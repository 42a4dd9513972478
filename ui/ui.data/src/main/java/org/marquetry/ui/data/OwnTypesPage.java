package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Section;
import org.marquetry.ui.api.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The shop's own event types.
@org.osgi.service.component.annotations.Component
public final class OwnTypesPage implements ViewContribution {
  private final OwnTypes types;
  private final ShopZone zone;
  private final Colleagues colleagues;

  @Activate
  public OwnTypesPage(
      @Reference OwnTypes types, @Reference ShopZone zone, @Reference Colleagues colleagues) {
    this.types = types;
    this.zone = zone;
    this.colleagues = colleagues;
  }

  @Override
  public String path() {
    return "event-types/:type?";
  }

  @Override
  public Section section() {
    return Section.DATA;
  }

  @Override
  public String titleKey() {
    return "data.own-types";
  }

  @Override
  public String icon() {
    return "vaadin:tags";
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public String permission() {
    return "data.read";
  }

  @Override
  public Class<? extends Component> viewType() {
    return OwnTypesView.class;
  }

  @Override
  public Component create() {
    return new OwnTypesView(types, zone, colleagues);
  }
}
