package org.marquetry.platform.api.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Say where the shop's days begin. A day of the shop is a day in this zone.
@ProviderType
@Requires(Requires.ANY_ACTOR)
public interface ShopZone {
  /// The shop's time zone.
  ZoneId zone();

  /// The shop's day at a moment.
  LocalDate day(Instant moment);

  /// The shop's day now.
  LocalDate today();

  /// The first moment of a day of the shop.
  Instant start(LocalDate day);
}
