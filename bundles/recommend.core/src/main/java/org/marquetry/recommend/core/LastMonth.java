package org.marquetry.recommend.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.warehouse.api.Warehouse;

/// The last 30 days that events tell of: what was learned before them is held against what was
/// bought in them.
///
/// @param currency the shop's, or the one that most orders are in; empty when there is none
record LastMonth(Instant from, Instant until, String currency) {
  private static final Duration LENGTH = Duration.ofDays(30);

  /// Empty when there are no events.
  static Optional<LastMonth> of(Warehouse warehouse) {
    Optional<Shop> shop =
        warehouse
            .query(
                "SELECT currency, last_event_at FROM v1.shop",
                List.of(),
                row -> new Shop(row.optString("currency"), row.optInstant("last_event_at")))
            .stream()
            .findFirst();
    return shop.flatMap(Shop::until)
        .map(until ->
            new LastMonth(
                until.minus(LENGTH),
                until,
                shop.flatMap(Shop::currency).or(() -> usualCurrency(warehouse)).orElse("")));
  }

  private record Shop(Optional<String> currency, Optional<Instant> until) {}

  private static Optional<String> usualCurrency(Warehouse warehouse) {
    return warehouse
        .query(
            "SELECT currency FROM v1.order_lines WHERE currency IS NOT NULL"
                + " GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1",
            List.of(),
            row -> row.string("currency"))
        .stream()
        .findFirst();
  }
}
