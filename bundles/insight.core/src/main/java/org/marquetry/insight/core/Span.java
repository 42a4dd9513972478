package org.marquetry.insight.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// From when to when there are events, and how many; the same span means that nothing came.
record Span(long events, Optional<Instant> first, Optional<Instant> last) {
  private static final String EVENTS =
      """
      SELECT count(*) AS events, min(occurred_at) AS first, max(occurred_at) AS last
      FROM v1.events WHERE occurred_at < ?
      """;

  private static final String CURRENCY =
      """
      SELECT coalesce((SELECT currency FROM v1.shop),
        (SELECT min(currency) FROM v1.order_lines HAVING count(DISTINCT currency) = 1)) AS currency
      """;

  /// @param before events dated later do not count
  static Span read(Warehouse warehouse, Instant before) {
    return warehouse
        .query(
            EVENTS,
            List.of(before),
            row ->
                new Span(row.longValue("events"), row.optInstant("first"), row.optInstant("last")))
        .getFirst();
  }

  /// The currency that the warehouse's shop has, else the only one of its orders.
  static Optional<String> currency(Warehouse warehouse) {
    return warehouse.query(CURRENCY, List.of(), row -> row.optString("currency")).getFirst();
  }

  /// Tell whether something is known of a day.
  boolean covers(LocalDate day, ShopZone zone) {
    return first.isPresent()
        && last.isPresent()
        && !day.isBefore(zone.day(first.get()))
        && !day.isAfter(zone.day(last.get()));
  }

  /// Tell whether all of a day is there: events came before it and after it.
  boolean completes(LocalDate day, ShopZone zone) {
    return first.isPresent()
        && last.isPresent()
        && day.isAfter(zone.day(first.get()))
        && day.isBefore(zone.day(last.get()));
  }
}
