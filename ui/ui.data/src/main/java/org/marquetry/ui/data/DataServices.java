package org.marquetry.ui.data;

import java.util.Locale;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.Places;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages about products work with.
@Component(service = DataServices.class)
public final class DataServices {
  private final Catalogue catalogue;
  private final ShopZone zone;
  private final Places places;
  private final Live live;

  @Activate
  public DataServices(
      @Reference Catalogue catalogue,
      @Reference ShopZone zone,
      @Reference Places places,
      @Reference Live live) {
    this.catalogue = catalogue;
    this.zone = zone;
    this.places = places;
    this.live = live;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  ShopZone zone() {
    return zone;
  }

  Places places() {
    return places;
  }

  Live live() {
    return live;
  }

  Formats formats(Locale locale) {
    return new Formats(locale, zone.zone());
  }
}
