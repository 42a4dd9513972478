package org.marquetry.insight.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// The shop's days from one to another, as SQL: the offset of its zone changes at few moments, so
/// the local time of a UTC timestamp is a CASE over them. DuckDB's own time zones need an extension
/// that is not shipped.
final class ShopDays {
  private final Instant start;
  private final Instant end;
  private final StringBuilder sql = new StringBuilder("CASE");
  private final List<Object> arguments = new ArrayList<>();

  /// @param column a timestamp in UTC
  /// @param from first day
  /// @param to last day
  ShopDays(String column, ZoneId zone, LocalDate from, LocalDate to) {
    start = from.atStartOfDay(zone).toInstant();
    end = to.plusDays(1).atStartOfDay(zone).toInstant();
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(start);
    while (next != null && next.getInstant().isBefore(end)) {
      sql.append(" WHEN ").append(column).append(" < ? THEN ?");
      arguments.add(next.getInstant());
      arguments.add(next.getOffsetBefore().getTotalSeconds());
      next = rules.nextTransition(next.getInstant());
    }
    sql.append(arguments.isEmpty() ? " WHEN true THEN ?" : " ELSE ?");
    arguments.add(rules.getOffset(end.minusNanos(1)).getTotalSeconds());
    sql.append(" END");
    sql.insert(0, "CAST(floor(epoch(" + column + ")) AS BIGINT) + ");
  }

  /// Seconds since 1970 on the shop's clock, as an SQL expression; uses [#arguments].
  String localSeconds() {
    return sql.toString();
  }

  List<Object> arguments() {
    return arguments;
  }

  Instant start() {
    return start;
  }

  /// The first moment after the last day.
  Instant end() {
    return end;
  }
}
