package org.marquetry.insight.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Counts the figures of each day of a range, from the views.
///
/// @param currency that counts, also for lines that name none; an empty text counts no amount
record Counts(Warehouse warehouse, ZoneId zone, String currency) {
  private static String orders(String localSeconds) {
    return """
    WITH l AS (SELECT %s AS s, order_id, kept, amount_minor, net_minor,
        coalesce(currency, nullif(?, '')) AS currency
      FROM v1.order_lines WHERE ordered_at >= ? AND ordered_at < ?)
    SELECT s // 86400 AS day, count(*) AS lines,
      count(*) FILTER (WHERE currency IS NOT NULL AND currency <> ?) AS others,
      count(amount_minor) FILTER (WHERE currency = ?) AS priced,
      CAST(coalesce(sum(net_minor) FILTER (WHERE currency = ?), 0) AS BIGINT) AS net,
      count(DISTINCT order_id) FILTER (WHERE kept) AS orders
    FROM l WHERE s %% 86400 < ? GROUP BY day
    """
        .formatted(localSeconds);
  }

  private static String customers(String localSeconds) {
    return """
    WITH e AS (SELECT %s AS s, customer_id FROM v1.events
      WHERE occurred_at >= ? AND occurred_at < ? AND customer_id IS NOT NULL AND by_customer)
    SELECT s // 86400 AS day, count(DISTINCT customer_id) AS customers
    FROM e WHERE s %% 86400 < ? GROUP BY day
    """
        .formatted(localSeconds);
  }

  /// What a range came to.
  ///
  /// @param days those with an event
  /// @param others order lines in another currency
  record Range(Map<LocalDate, DayCount> days, long others) {
    DayCount on(LocalDate day) {
      return days.getOrDefault(day, DayCount.NOTHING);
    }
  }

  /// Count from one day to another.
  ///
  /// @param secondsOfDay only the first so many seconds of each day; 86,400 for all
  Range between(LocalDate from, LocalDate to, int secondsOfDay) {
    Map<LocalDate, DayCount> days = new HashMap<>();
    ShopDays ordered = new ShopDays("ordered_at", zone, from, to);
    List<Object> arguments = new ArrayList<>(ordered.arguments());
    arguments.addAll(
        List.of(
            currency, ordered.start(), ordered.end(), currency, currency, currency, secondsOfDay));
    long others =
        warehouse
            .query(
                orders(ordered.localSeconds()),
                arguments,
                row -> {
                  days.put(day(row), orders(row));
                  return row.longValue("others");
                })
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    ShopDays acted = new ShopDays("occurred_at", zone, from, to);
    List<Object> more = new ArrayList<>(acted.arguments());
    more.addAll(List.of(acted.start(), acted.end(), secondsOfDay));
    warehouse.scan(
        customers(acted.localSeconds()),
        more,
        row ->
            days.merge(
                day(row),
                DayCount.NOTHING.withCustomers(row.longValue("customers")),
                (known, now) -> known.withCustomers(now.customers())));
    return new Range(days, others);
  }

  private static DayCount orders(Row row) {
    boolean known = row.longValue("priced") > 0 || row.longValue("lines") == 0;
    return new DayCount(
        row.longValue("lines"),
        known ? OptionalLong.of(row.longValue("net")) : OptionalLong.empty(),
        row.longValue("orders"),
        0);
  }

  private static LocalDate day(Row row) {
    return LocalDate.ofEpochDay(row.longValue("day"));
  }
}
