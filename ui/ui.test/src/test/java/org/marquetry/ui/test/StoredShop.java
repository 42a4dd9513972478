package org.marquetry.ui.test;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What a stopped suite's warehouse holds, by SQL of this test alone over the raw events. Days are
/// in UTC.
final class StoredShop implements AutoCloseable {
  private final Connection connection;

  StoredShop(Path home) throws SQLException {
    connection =
        DriverManager.getConnection(
            "jdbc:duckdb:" + home.resolve("data/warehouse/warehouse.duckdb"));
  }

  /// Net revenue of a day, in minor units.
  long revenue(LocalDate day, String currency) throws SQLException {
    return number(
        """
        WITH o AS (SELECT DISTINCT ON (customer_id, order_id, line) *, coalesce(quantity, 1) AS q
          FROM store.events WHERE type = 'ordered' ORDER BY customer_id, order_id, line, off),
        whole AS (SELECT order_id FROM store.events WHERE type = 'cancelled' AND line IS NULL),
        part AS (SELECT order_id, line FROM store.events WHERE type = 'cancelled' AND line IS NOT NULL),
        back AS (SELECT order_id, line, sum(quantity) AS q, sum(coalesce(amount_minor, 0)) AS m
          FROM store.events WHERE type = 'returned' AND line IS NOT NULL GROUP BY ALL)
        SELECT coalesce(sum(CASE WHEN b.q >= o.q THEN 0 ELSE greatest(o.amount_minor - coalesce(b.m, 0), 0) END), 0)
        FROM o LEFT JOIN back b ON b.order_id = o.order_id AND b.line = o.line
        WHERE CAST(o.occurred_at AS DATE) = CAST(? AS DATE) AND coalesce(o.currency, ?) = ? AND o.amount_minor IS NOT NULL
          AND o.order_id NOT IN (SELECT order_id FROM whole)
          AND NOT EXISTS (SELECT 1 FROM part p WHERE p.order_id = o.order_id AND p.line = o.line)
        """,
        day.toString(),
        currency,
        currency);
  }

  /// Customers who did something on a day.
  long active(LocalDate day) throws SQLException {
    return number(
        """
        SELECT count(DISTINCT customer_id) FROM store.events
        WHERE CAST(occurred_at AS DATE) = CAST(? AS DATE)
          AND type NOT IN ('sent', 'delivered', 'exposed', 'bounced', 'productChanged', 'customerChanged')
        """,
        day.toString());
  }

  /// Customers that any event names.
  long customers() throws SQLException {
    return number("SELECT count(DISTINCT customer_id) FROM store.events");
  }

  /// Customers of exactly one order that was kept, at least in part, some days ago.
  long boughtOnce(int from, int to) throws SQLException {
    return number(
        """
        WITH o AS (SELECT DISTINCT ON (customer_id, order_id, line) *, coalesce(quantity, 1) AS q
          FROM store.events WHERE type = 'ordered' ORDER BY customer_id, order_id, line, off),
        back AS (SELECT order_id, line, sum(quantity) AS q FROM store.events
          WHERE type = 'returned' AND line IS NOT NULL GROUP BY ALL),
        kept AS (SELECT o.* FROM o LEFT JOIN back b ON b.order_id = o.order_id AND b.line = o.line
          WHERE coalesce(b.q, 0) < o.q
            AND NOT EXISTS (SELECT 1 FROM store.events c WHERE c.type = 'cancelled'
              AND c.order_id = o.order_id AND (c.line IS NULL OR c.line = o.line)))
        SELECT count(*) FROM (SELECT customer_id FROM kept GROUP BY customer_id
          HAVING count(DISTINCT order_id) = 1
            AND date_diff('day', max(CAST(occurred_at AS DATE)), CAST(? AS DATE))
              BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER))
        """,
        LocalDate.now(ZoneOffset.UTC).toString(),
        Integer.toString(from),
        Integer.toString(to));
  }

  /// What does not depend on who bought: order lines, units and money, by product; things sent
  /// back.
  String totals() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT string_agg(type || ' ' || coalesce(product_id, '') || ' ' || n || ' ' || units
                  || ' ' || money, '; ' ORDER BY type, product_id) FROM (
                  SELECT type, product_id, count(*) AS n, sum(coalesce(quantity, 1)) AS units,
                    sum(coalesce(amount_minor, 0)) AS money
                  FROM store.events WHERE type IN ('ordered', 'cancelled', 'returned') GROUP BY ALL)
                """);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /// The last whole day.
  LocalDate lastWholeDay() throws SQLException {
    return LocalDate.ofEpochDay(
        number(
            "SELECT date_diff('day', DATE '1970-01-01', CAST(max(occurred_at) AS DATE)) - 1 FROM store.events"));
  }

  /// The first row's numbers.
  double[] numbers(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        double[] numbers = new double[rows.getMetaData().getColumnCount()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = rows.getDouble(i + 1);
        }
        return numbers;
      }
    }
  }

  private long number(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
