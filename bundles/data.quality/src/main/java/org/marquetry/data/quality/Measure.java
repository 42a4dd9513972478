package org.marquetry.data.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.api.Quality.Rows;
import org.marquetry.data.api.Quality.Unit;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Asks the warehouse what a rule says. Days end with the last event of the shop's data: an import
/// of old data is judged as of then.
record Measure(Warehouse warehouse, ShopZone zone) {
  private static final Duration WINDOW = Duration.ofDays(30);

  /// The day that is measured: the shop's day of the last event; empty without any.
  Optional<LocalDate> day(Instant now) {
    return warehouse
        .query("SELECT last_event_at FROM v1.shop", List.of(), r -> r.optInstant("last_event_at"))
        .getFirst()
        .map(last -> zone.day(last.isBefore(now) ? last : now));
  }

  /// @return empty when there was nothing to look at
  Optional<Point> point(Check check, LocalDate day) {
    return warehouse
        .query(bound(check, check.figure(), day), List.of(), r -> point(check, day, r))
        .getFirst();
  }

  private static Optional<Point> point(Check check, LocalDate day, Row r) {
    long flagged = r.longValue("flagged");
    long of = r.longValue("looked_at");
    if (of == 0) {
      return Optional.empty();
    }
    double value = check.unit() == Unit.PSI ? r.doubleValue("figure") : flagged / (double) of;
    return Optional.of(new Point(day, value, flagged, of));
  }

  Rows rows(Check check, LocalDate day, int offset, int limit) {
    String sql = bound(check, check.rows(), day);
    long total =
        warehouse
            .query("SELECT count(*) AS n FROM (" + sql + ")", List.of(), r -> r.longValue("n"))
            .getFirst();
    return new Rows(
        check.columns(),
        warehouse.query(
            sql + " LIMIT " + limit + " OFFSET " + offset, List.of(), r -> texts(check, r)),
        total);
  }

  private static List<String> texts(Check check, Row r) {
    List<String> texts = new ArrayList<>();
    check.columns().forEach(c -> texts.add(r.optString(c).orElse("")));
    return texts;
  }

  private String bound(Check check, String sql, LocalDate day) {
    Instant to = zone.start(day.plusDays(1));
    return check.timed()
        ? sql.replace("FROM_TIME", time(to.minus(WINDOW))).replace("TO_TIME", time(to))
        : sql;
  }

  private static String time(Instant moment) {
    return "TIMESTAMP '"
        + LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString().replace('T', ' ')
        + "'";
  }
}
