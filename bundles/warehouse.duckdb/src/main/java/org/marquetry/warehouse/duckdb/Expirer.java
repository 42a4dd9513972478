package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.marquetry.warehouse.api.Expiry;

/// Counts and deletes events that have had their time.
final class Expirer {
  private static final String COUNTS =
      "INSERT INTO store.past_days SELECT CAST(occurred_at AS DATE), ?, type, site, count(*), count(*) FILTER (bot_probability >= 0.5)"
          + " FROM store.events WHERE ";

  private Expirer() {}

  static long count(Connection connection, Expiry expiry, boolean anyAge) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT count(*) FROM store.events WHERE " + condition(expiry, anyAge))) {
      bind(s, expiry, anyAge, 1);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /// Inside a transaction of the caller.
  static long expire(Connection connection, Expiry expiry) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(COUNTS + condition(expiry, false) + " GROUP BY ALL")) {
      s.setString(1, expiry.kind());
      bind(s, expiry, false, 2);
      s.execute();
    }
    try (PreparedStatement s =
        connection.prepareStatement("DELETE FROM store.events WHERE " + condition(expiry, false))) {
      bind(s, expiry, false, 1);
      return s.executeUpdate();
    }
  }

  private static String condition(Expiry expiry, boolean anyAge) {
    List<String> all = new ArrayList<>();
    all.add(
        expiry.types().stream().map(_ -> "?").collect(Collectors.joining(", ", "type IN (", ")")));
    if (!anyAge) {
      all.add("occurred_at < ?");
    }
    if (expiry.pagesOnly()) {
      all.add("bot_probability IS NOT NULL");
    }
    if (expiry.botsOnly()) {
      all.add("bot_probability >= 0.5");
    }
    if (expiry.strangersOnly()) {
      all.add(
          "customer_id IS NULL AND (visitor_id IS NULL OR visitor_id NOT IN (SELECT visitor_id FROM store.events"
              + " WHERE customer_id IS NOT NULL AND visitor_id IS NOT NULL))");
    }
    return String.join(" AND ", all);
  }

  private static void bind(PreparedStatement s, Expiry expiry, boolean anyAge, int first)
      throws SQLException {
    int i = first;
    for (String type : expiry.types()) {
      s.setString(i++, type);
    }
    if (!anyAge) {
      s.setObject(i, LocalDateTime.ofInstant(expiry.before(), ZoneOffset.UTC));
    }
  }
}
