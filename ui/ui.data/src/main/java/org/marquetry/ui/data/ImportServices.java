package org.marquetry.ui.data;

import java.time.InstantSource;
import java.util.Locale;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Live;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the pages about imports work with.
@Component(service = ImportServices.class)
public final class ImportServices {
  private final Imports imports;
  private final ShopZone zone;
  private final Live live;
  private final Colleagues colleagues;
  private final InstantSource clock;
  private final boolean sample;

  @Activate
  public ImportServices(
      BundleContext context,
      @Reference Imports imports,
      @Reference ShopZone zone,
      @Reference Live live,
      @Reference Colleagues colleagues,
      @Reference InstantSource clock) {
    this.imports = imports;
    this.zone = zone;
    this.live = live;
    this.colleagues = colleagues;
    this.clock = clock;
    this.sample = Boolean.parseBoolean(context.getProperty("marquetry.sample"));
  }

  /// Whether this is the made-up shop.
  boolean sample() {
    return sample;
  }

  Imports imports() {
    return imports;
  }

  Live live() {
    return live;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  InstantSource clock() {
    return clock;
  }

  Formats formats(Locale locale) {
    return new Formats(locale, zone.zone());
  }

  /// Whether the user of the tab may import.
  boolean mayImport() {
    return Actor.current().may(ImportsPage.IMPORT);
  }
}
