package org.marquetry.ui.content;

import java.util.Locale;
import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages work with.
@Component(service = ContentServices.class)
public final class ContentServices {
  private final ProductSearch search;
  private final Catalogue catalogue;
  private final ShopZone zone;
  private final Live live;

  @Activate
  public ContentServices(
      @Reference ProductSearch search,
      @Reference Catalogue catalogue,
      @Reference ShopZone zone,
      @Reference Live live) {
    this.search = search;
    this.catalogue = catalogue;
    this.zone = zone;
    this.live = live;
  }

  ProductSearch search() {
    return search;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Live live() {
    return live;
  }

  Formats formats(Locale locale) {
    return new Formats(locale, zone.zone());
  }
}
