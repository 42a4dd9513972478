package org.marquetry.insight.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.marquetry.platform.api.time.ShopZone;

/// A shop in Berlin, whose clocks change twice a year.
record BerlinTime(InstantSource clock) implements ShopZone {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Override
  public ZoneId zone() {
    return BERLIN;
  }

  @Override
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, BERLIN);
  }

  @Override
  public LocalDate today() {
    return day(clock.instant());
  }

  @Override
  public Instant start(LocalDate day) {
    return day.atStartOfDay(BERLIN).toInstant();
  }
}
