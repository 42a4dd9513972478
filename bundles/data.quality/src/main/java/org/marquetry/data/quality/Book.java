package org.marquetry.data.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.data.api.Quality.Point;
import org.marquetry.data.api.Quality.Silence;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What the rules said and when they were silent, in the operational store.
@Component(service = Book.class)
public final class Book {
  private static final int LONGEST_TREND = 400;
  private final Database database;

  @Activate
  public Book(@Reference Databases databases) {
    database = Actor.SYSTEM.call(() -> databases.open(Book.class, List.of("0001-quality.sql")));
  }

  /// Keep what all rules said; what a rule said of the same day before is replaced.
  void keep(Map<String, List<Point>> said, Instant at) {
    database.transaction(s -> {
      said.forEach((rule, points) -> points.forEach(p -> put(s, rule, p)));
      return s.update("INSERT INTO measurements (measured_at) VALUES (?)", at);
    });
  }

  private static void put(Session s, String rule, Point p) {
    s.update("DELETE FROM points WHERE rule = ? AND day_of = ?", rule, p.day().toEpochDay());
    s.update(
        "INSERT INTO points (rule, day_of, figure, flagged, looked_at) VALUES (?, ?, ?, ?, ?)",
        rule,
        p.day().toEpochDay(),
        p.value(),
        p.count(),
        p.of());
  }

  Optional<Instant> measuredAt() {
    return database.transaction(s ->
        s.one(
            "SELECT measured_at FROM measurements WHERE number = (SELECT max(number) FROM measurements)",
            r -> r.instant("measured_at")));
  }

  /// Oldest first.
  List<Point> trend(String rule) {
    return database
        .transaction(s ->
            s.query(
                "SELECT * FROM points WHERE rule = ? ORDER BY day_of DESC LIMIT " + LONGEST_TREND,
                Book::point,
                rule))
        .reversed();
  }

  /// The newest of each rule.
  Map<String, Point> newest() {
    record Said(String rule, Point point) {}
    return database
        .transaction(s ->
            s.query(
                "SELECT p.* FROM points p JOIN (SELECT rule, max(day_of) AS day_of FROM points GROUP BY rule) n"
                    + " ON n.rule = p.rule AND n.day_of = p.day_of",
                r -> new Said(r.string("rule"), point(r))))
        .stream()
        .collect(Collectors.toMap(Said::rule, Said::point));
  }

  private static Point point(Row r) {
    return new Point(
        LocalDate.ofEpochDay(r.longValue("day_of")),
        r.doubleValue("figure"),
        r.longValue("flagged"),
        r.longValue("looked_at"));
  }

  void add(Silence silence) {
    database.transaction(s ->
        s.update(
            "INSERT INTO silences (rule, reason, until_day, set_by, set_at) VALUES (?, ?, ?, ?, ?)",
            silence.rule(),
            silence.reason(),
            silence.until().toEpochDay(),
            silence.by(),
            silence.at()));
  }

  /// @return how many were ended
  int end(String rule, Instant at) {
    return database.transaction(s ->
        s.update(
            "UPDATE silences SET ended_at = ? WHERE rule = ? AND ended_at IS NULL AND until_day >= ?",
            at,
            rule,
            at.getEpochSecond() / 86_400 - 1));
  }

  /// Newest first.
  List<Silence> silences() {
    return database.transaction(
        s -> s.query("SELECT * FROM silences ORDER BY number DESC", Book::silence));
  }

  private static Silence silence(Row r) {
    return new Silence(
        r.string("rule"),
        r.string("reason"),
        LocalDate.ofEpochDay(r.longValue("until_day")),
        r.string("set_by"),
        r.instant("set_at"),
        r.optInstant("ended_at"));
  }
}
