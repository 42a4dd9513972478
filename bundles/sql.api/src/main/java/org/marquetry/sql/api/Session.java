package org.marquetry.sql.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/// Speak to a schema inside a transaction; for the thread that runs it.
///
/// Arguments are bound to `?` in order: String, Integer, Long, Double, Boolean, byte[], Instant (a
/// `TIMESTAMP WITH TIME ZONE`, kept in microseconds) or null.
@ProviderType
public interface Session {
  /// Run an INSERT, UPDATE, DELETE or MERGE.
  ///
  /// @return how many rows it changed
  /// @throws UniqueViolation if a row with this key is there already
  /// @throws SqlException if it failed otherwise
  int update(String sql, @Nullable Object... args);

  /// Run a SELECT and map each row.
  ///
  /// @param mapper the row is valid only inside the call
  /// @return in the query's order
  <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... args);

  /// Run a SELECT that gives one row or none.
  ///
  /// @throws SqlException if there are more
  <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... args);
}
