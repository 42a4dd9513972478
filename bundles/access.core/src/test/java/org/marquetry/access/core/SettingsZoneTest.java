package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SettingsZoneTest {
  private static final Instant NIGHT = Instant.parse("2026-03-01T20:00:00Z");

  @Test
  void aDayIsADayInTheZoneOfNow() {
    AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("UTC"));
    SettingsZone shop = new SettingsZone(zone::get, InstantSource.fixed(NIGHT));
    assertEquals(LocalDate.of(2026, 3, 1), shop.today());
    zone.set(ZoneId.of("Asia/Shanghai"));
    assertEquals(LocalDate.of(2026, 3, 2), shop.today());
    assertEquals(Instant.parse("2026-03-01T16:00:00Z"), shop.start(LocalDate.of(2026, 3, 2)));
  }
}
