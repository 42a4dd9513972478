package org.marquetry.insight.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.insight.api.Figure;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Warehouse;

/// Of which days there is word of customers, and how many events there are in all; the same span
/// means that nothing came.
///
/// What is said about products and what was done to customers does not make a day known: a
/// catalogue of today tells nothing of today's visits. Orders are known as far as the ways tell
/// that bring any: page views of today tell nothing of orders that a file brings tomorrow.
///
/// @param acts as far as any event by a customer tells
/// @param orders as far as the ways tell by which orders come, the journal or one import
record Span(long events, Known acts, Known orders) {
  private static final String CURRENCY =
      """
      SELECT coalesce((SELECT currency FROM v1.shop),
        (SELECT min(currency) FROM v1.order_lines HAVING count(DISTINCT currency) = 1)) AS currency
      """;

  /// @param awake when the suite ran
  /// @param before events dated later do not count
  static Span read(Warehouse warehouse, ShopZone zone, List<Stretch> awake, Instant before) {
    List<Way> ways = Way.read(warehouse, before);
    boolean sells = ways.stream().anyMatch(way -> way.isJournal() && way.sells());
    List<Way> selling = ways.stream().filter(way -> way.isJournal() ? sells : way.sells()).toList();
    return new Span(
        ways.stream().mapToLong(Way::events).sum(),
        Known.of(ways, zone, awake),
        Known.of(selling, zone, awake));
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
