package org.marquetry.warehouse.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// Statements that are put together, on one connection.
///
/// @param watch told of each statement
record Sql(Connection connection, Watch watch) {
  /// Knows what runs, so that it can be stopped.
  interface Watch {
    /// @throws java.util.concurrent.CancellationException if no more should run
    void begins(Statement statement);

    void ends();
  }

  private static final Watch NOBODY =
      new Watch() {
        @Override
        public void begins(Statement statement) {}

        @Override
        public void ends() {}
      };

  Sql(Connection connection) {
    this(connection, NOBODY);
  }

  void run(String sql) throws SQLException {
    try (Statement s = connection.createStatement()) {
      watch.begins(s);
      s.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(Database.reason(e) + ", in: " + SelectOnly.head(sql), e);
    } finally {
      watch.ends();
    }
  }

  /// The one number that a query gives.
  long number(String query) throws SQLException {
    try (Statement s = connection.createStatement();
        ResultSet r = s.executeQuery(query)) {
      r.next();
      return r.getLong(1);
    } catch (SQLException e) {
      throw new SQLException(Database.reason(e) + ", in: " + SelectOnly.head(query), e);
    }
  }

  /// Run the statements of a file in this package with `SCRATCH`, `BATCH` and `NUMBER` replaced. A
  /// comment `-- if QUERY` lets the statement after it run only when the query's number is not 0.
  void script(String name, String scratch, String batch, long number) throws SQLException {
    String text =
        text(name)
            .replace("SCRATCH", scratch)
            .replace("BATCH", batch.replace("'", "''"))
            .replace("NUMBER", Long.toString(number))
            .replaceAll("(?m)^--(?! if ).*$", "");
    for (String statement : text.split(";", -1)) {
      String condition = "";
      StringBuilder sql = new StringBuilder();
      for (String line : statement.lines().toList()) {
        if (line.startsWith("-- if ")) {
          condition = line.substring("-- if ".length());
        } else {
          sql.append(line).append('\n');
        }
      }
      if (!sql.toString().isBlank() && (condition.isEmpty() || number(condition) > 0)) {
        run(sql.toString());
      }
    }
  }

  private static String text(String name) {
    try (InputStream in = Sql.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource " + name, e);
    }
  }

  /// The columns, each in a form, with commas.
  static String list(List<String> columns, String form) {
    return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
  }

  /// The columns, each in a form, with AND; true when there is none.
  static String all(List<String> columns, String form) {
    return columns.isEmpty()
        ? "true"
        : columns.stream().map(form::formatted).collect(Collectors.joining(" AND "));
  }

  /// Both tables have the same key.
  static String same(List<String> keys, String a, String b) {
    return all(keys, a + ".%1$s = " + b + ".%1$s");
  }
}
