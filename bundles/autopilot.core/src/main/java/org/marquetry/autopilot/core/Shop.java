package org.marquetry.autopilot.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import org.marquetry.warehouse.api.Warehouse;

/// What the files say about the shop as a whole.
///
/// @param currency ISO code of every amount
/// @param first moment of the first event
/// @param last moment of the last event
/// @param asOf the moment that the report looks from: the start of the day after the last event
record Shop(String name, String currency, ZoneId zone, Instant first, Instant last, Instant asOf) {
  static Shop read(Warehouse warehouse, ZoneId zone) {
    return warehouse
        .query(
            "SELECT name, currency, first_event_at, last_event_at FROM v1.shop",
            List.of(),
            r -> {
              Instant last = r.instant("last_event_at");
              Instant asOf =
                  ZonedDateTime.ofInstant(last, zone)
                      .toLocalDate()
                      .plusDays(1)
                      .atStartOfDay(zone)
                      .toInstant();
              return new Shop(
                  r.string("name"),
                  r.string("currency"),
                  zone,
                  r.instant("first_event_at"),
                  last,
                  asOf);
            })
        .getFirst();
  }

  /// Minor units to major units.
  double major(double minor) {
    return minor
        / BigDecimal.TEN
            .pow(Currency.getInstance(currency).getDefaultFractionDigits())
            .doubleValue();
  }
}
