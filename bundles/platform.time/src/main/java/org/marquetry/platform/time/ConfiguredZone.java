package org.marquetry.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// The shop's zone from the configuration.
@Provider("configured")
@Component(configurationPid = "org.marquetry.platform.time")
@Designate(ocd = ZoneConfig.class)
public final class ConfiguredZone implements ShopZone {
  private final InstantSource clock;
  private final ZoneId zone;

  @Activate
  public ConfiguredZone(@Reference InstantSource clock, ZoneConfig config) {
    this(clock, config.zone());
  }

  ConfiguredZone(InstantSource clock, String name) {
    this.clock = clock;
    this.zone = parse(name);
  }

  private static ZoneId parse(String name) {
    try {
      return name.isBlank() ? ZoneId.systemDefault() : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone must be an IANA name such as Asia/Shanghai, got " + name, e);
    }
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  @Override
  public LocalDate today() {
    return day(clock.instant());
  }

  @Override
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
