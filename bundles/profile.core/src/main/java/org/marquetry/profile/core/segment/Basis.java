package org.marquetry.profile.core.segment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.ShopZone;

/// What figures are counted in: the shop's days and its currency.
///
/// @param currency null = not known
record Basis(ShopZone zone, @Nullable String currency) {
  /// Tell whether columns made on another basis still hold.
  boolean agrees(Basis other) {
    return zone.zone().equals(other.zone.zone())
        && java.util.Objects.equals(currency, other.currency);
  }

  /// When the day so many days ago began, milliseconds since 1970.
  long start(LocalDate today, long daysAgo) {
    return zone.start(today.minusDays(daysAgo)).toEpochMilli();
  }

  long day(long at) {
    return zone.day(Instant.ofEpochMilli(at)).toEpochDay();
  }
}
