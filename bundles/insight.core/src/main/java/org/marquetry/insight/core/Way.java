package org.marquetry.insight.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// What came by one way: in one import, or from the journal on one day about one day.
///
/// @param came the day (UTC, since 1970) on which the journal took it; empty for an import
/// @param events how many; 0 for what an import's files told of, known before or not
/// @param first when the first event by a customer happened
/// @param sells whether orders came so
record Way(
    Optional<Long> came,
    long events,
    Optional<Instant> first,
    Optional<Instant> last,
    boolean sells) {
  private static final String ALL =
      """
      SELECT came, happened, events, first, last, sells FROM (
        SELECT batch_id, CASE WHEN batch_id IS NULL THEN CAST(floor(epoch(coalesce(received_at, occurred_at)) / 86400) AS BIGINT) END AS came,
          CASE WHEN batch_id IS NULL THEN CAST(floor(epoch(occurred_at) / 86400) AS BIGINT) END AS happened,
          count(*) AS events, min(occurred_at) FILTER (by_customer) AS first,
          max(occurred_at) FILTER (by_customer) AS last, coalesce(bool_or(type = 'ordered'), false) AS sells
        FROM v1.events WHERE occurred_at < ? GROUP BY ALL)
      UNION ALL SELECT NULL, NULL, 0, first_at, least(last_at, ?), sells FROM v1.imports WHERE first_at < ?
      ORDER BY came, happened
      """;

  /// All ways, the journal's by the day on which they came, then by the day that they tell of.
  ///
  /// @param before events dated later do not count
  static List<Way> read(Warehouse warehouse, Instant before) {
    return warehouse.query(ALL, List.of(before, before, before), Way::of);
  }

  private static Way of(Row row) {
    return new Way(
        row.isNull("came") ? Optional.empty() : Optional.of(row.longValue("came")),
        row.longValue("events"),
        row.optInstant("first"),
        row.optInstant("last"),
        row.bool("sells"));
  }

  boolean isJournal() {
    return came.isPresent();
  }
}
