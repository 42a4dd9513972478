package org.marquetry.insight.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.insight.api.Figure;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// From when to when there is word of customers, and how many events there are in all; the same
/// span means that nothing came.
///
/// What is said about products and what was done to customers does not make a day known: a
/// catalogue of today tells nothing of today's visits. Orders are known as far as the ways reach
/// that bring any: page views of today tell nothing of orders that a file brings tomorrow.
///
/// @param acts as far as any event by a customer tells
/// @param orders as far as the ways tell by which orders come, the journal or one import
record Span(long events, Known acts, Known orders) {
  private static final String EVENTS =
      """
      WITH ways AS (
        SELECT count(*) AS events, min(occurred_at) FILTER (by_customer) AS first,
          max(occurred_at) FILTER (by_customer) AS last, bool_or(type = 'ordered') AS sells
        FROM v1.events WHERE occurred_at < ? GROUP BY batch_id)
      SELECT CAST(coalesce(sum(events), 0) AS BIGINT) AS events, min(first) AS first, max(last) AS last,
        min(first) FILTER (sells) AS first_selling, max(last) FILTER (sells) AS last_selling
      FROM ways
      """;

  private static final String CURRENCY =
      """
      SELECT coalesce((SELECT currency FROM v1.shop),
        (SELECT min(currency) FROM v1.order_lines HAVING count(DISTINCT currency) = 1)) AS currency
      """;

  /// The first and the last moment of which something is known; empty when nothing is.
  record Known(Optional<Instant> first, Optional<Instant> last) {
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

  /// @param before events dated later do not count
  static Span read(Warehouse warehouse, Instant before) {
    return warehouse
        .query(
            EVENTS,
            List.of(before),
            row ->
                new Span(
                    row.longValue("events"),
                    new Known(row.optInstant("first"), row.optInstant("last")),
                    new Known(row.optInstant("first_selling"), row.optInstant("last_selling"))))
        .getFirst();
  }

  /// What is known of a figure.
  Known of(Figure figure) {
    return figure == Figure.ACTIVE_CUSTOMERS ? acts : orders;
  }

  /// The currency that the warehouse's shop has, else the only one of its orders.
  static Optional<String> currency(Warehouse warehouse) {
    return warehouse.query(CURRENCY, List.of(), row -> row.optString("currency")).getFirst();
  }
}
