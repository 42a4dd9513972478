package org.marquetry.sql.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.sql.api.Row;
import org.marquetry.sql.api.SqlException;

/// The row at which a result stands.
record JdbcRow(ResultSet result, String schema) implements Row {
  private <T> Optional<T> get(String column, Class<T> type) {
    try {
      @Nullable T value = result.getObject(column, type);
      return Optional.ofNullable(value);
    } catch (SQLException e) {
      throw Failures.of(e, schema + ": column " + column);
    }
  }

  private <T> T present(String column, Class<T> type) {
    return get(column, type)
        .orElseThrow(() -> new SqlException(schema + ": column " + column + " is NULL"));
  }

  @Override
  public boolean isNull(String column) {
    try {
      return result.getObject(column) == null;
    } catch (SQLException e) {
      throw Failures.of(e, schema + ": column " + column);
    }
  }

  @Override
  public String string(String column) {
    return present(column, String.class);
  }

  @Override
  public Optional<String> optString(String column) {
    return get(column, String.class);
  }

  @Override
  public int intValue(String column) {
    return present(column, Integer.class);
  }

  @Override
  public long longValue(String column) {
    return present(column, Long.class);
  }

  @Override
  public double doubleValue(String column) {
    return present(column, Double.class);
  }

  @Override
  public boolean bool(String column) {
    return present(column, Boolean.class);
  }

  @Override
  public Instant instant(String column) {
    return present(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public Optional<Instant> optInstant(String column) {
    return get(column, OffsetDateTime.class).map(OffsetDateTime::toInstant);
  }

  @Override
  public byte[] bytes(String column) {
    return present(column, byte[].class);
  }
}
