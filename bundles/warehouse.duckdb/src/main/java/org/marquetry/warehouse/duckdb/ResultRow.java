package org.marquetry.warehouse.duckdb;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.WarehouseException;

/// The row on which a result stands.
final class ResultRow implements Row {
  private final ResultSet result;
  private final Map<String, Integer> positions = new HashMap<>();

  ResultRow(ResultSet result) throws SQLException {
    this.result = result;
    ResultSetMetaData meta = result.getMetaData();
    for (int i = meta.getColumnCount(); i >= 1; i--) {
      positions.put(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), i);
    }
  }

  private int position(String column) {
    Integer position = positions.get(column.toLowerCase(Locale.ROOT));
    if (position == null) {
      throw new WarehouseException(
          "no column '" + column + "' in this result, it has " + positions.keySet());
    }
    return position;
  }

  /// Read a value, or null for NULL.
  private interface Reader<T> {
    @Nullable T read(ResultSet result, int position) throws SQLException;
  }

  private <T> Optional<T> read(String column, Reader<T> reader) {
    int position = position(column);
    try {
      T value = reader.read(result, position);
      return result.wasNull() ? Optional.empty() : Optional.ofNullable(value);
    } catch (SQLException | ClassCastException e) {
      throw new WarehouseException("column '" + column + "': " + Database.reason(e), e);
    }
  }

  private static <T> T present(String column, Optional<T> value) {
    return value.orElseThrow(() ->
        new WarehouseException(
            "column '" + column + "' is NULL here; read it by the method with opt"));
  }

  @Override
  public boolean isNull(String column) {
    return read(column, ResultSet::getObject).isEmpty();
  }

  @Override
  public String string(String column) {
    return present(column, optString(column));
  }

  @Override
  public Optional<String> optString(String column) {
    return read(column, ResultSet::getString);
  }

  @Override
  public long longValue(String column) {
    return present(column, read(column, ResultSet::getLong));
  }

  @Override
  public OptionalLong optLong(String column) {
    return read(column, ResultSet::getLong).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  @Override
  public double doubleValue(String column) {
    return present(column, read(column, ResultSet::getDouble));
  }

  @Override
  public OptionalDouble optDouble(String column) {
    return read(column, ResultSet::getDouble)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  @Override
  public boolean bool(String column) {
    return present(column, read(column, ResultSet::getBoolean));
  }

  @Override
  public Instant instant(String column) {
    return present(column, optInstant(column));
  }

  @Override
  public Optional<Instant> optInstant(String column) {
    return read(column, (r, i) -> r.getObject(i, LocalDateTime.class))
        .map(t -> t.toInstant(ZoneOffset.UTC));
  }
}
