package org.marquetry.lib.doubles;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.marquetry.platform.api.time.ShopZone;

/// The days of a shop in one zone.
public record ZoneOf(ZoneId zone, InstantSource clock) implements ShopZone {
  /// A shop whose days are UTC's.
  public static ZoneOf utc(InstantSource clock) {
    return new ZoneOf(ZoneId.of("UTC"), clock);
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
