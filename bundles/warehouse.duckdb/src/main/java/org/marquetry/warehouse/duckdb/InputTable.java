package org.marquetry.warehouse.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.WarehouseException;

/// The incoming rows of one table, written in bulk into `temp.in_<table>`.
final class InputTable implements AutoCloseable {
  private final String table;
  private final Layout layout;
  private final DuckDBAppender appender;
  private long rows;

  InputTable(DuckDBConnection connection, String table, Layout layout) throws SQLException {
    this.table = table;
    this.layout = layout;
    // Spelled out: filled by an appender, a table made "AS SELECT ... LIMIT 0" gives no groups to
    // GROUP BY once it has more
    // than one row group (DuckDB 2.0.0.1, autocommit off).
    Database.execute(
        connection, "CREATE TEMP TABLE in_" + table + " (" + layout.definition() + ")");
    appender = connection.createAppender("temp", "main", "in_" + table);
  }

  void add(Map<String, ? extends @Nullable Object> values) throws SQLException {
    for (String column : values.keySet()) {
      if (!layout.types().containsKey(column)) {
        throw new WarehouseException(
            "table "
                + table
                + " has no column '"
                + column
                + "', it has "
                + layout.types().keySet());
      }
    }
    for (String column : layout.required()) {
      if (values.get(column) == null) {
        throw new WarehouseException(
            "table " + table + " needs a value in column '" + column + "'");
      }
    }
    appender.beginRow();
    for (Map.Entry<String, String> type : layout.types().entrySet()) {
      append(type.getKey(), type.getValue(), values.get(type.getKey()));
    }
    appender.endRow();
    rows++;
  }

  private void append(String column, String type, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String s when type.equals("VARCHAR") -> appender.append(s);
      case Instant t when type.equals("TIMESTAMP") ->
          appender.append(LocalDateTime.ofInstant(t, ZoneOffset.UTC));
      case Boolean b when type.equals("BOOLEAN") -> appender.append(b.booleanValue());
      case Number n when type.equals("DOUBLE") -> appender.append(n.doubleValue());
      case Long n when type.equals("BIGINT") -> appender.append(n.longValue());
      case Integer n when type.equals("BIGINT") -> appender.append(n.longValue());
      case Integer n when type.equals("INTEGER") -> appender.append(n.intValue());
      default ->
          throw new WarehouseException(
              "column '"
                  + column
                  + "' of "
                  + table
                  + " takes "
                  + type
                  + ", got "
                  + value.getClass().getSimpleName());
    }
  }

  long rows() {
    return rows;
  }

  /// Writes what is still buffered; no row may follow.
  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
