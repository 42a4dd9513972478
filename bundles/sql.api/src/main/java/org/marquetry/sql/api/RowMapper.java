package org.marquetry.sql.api;

/// Make a value from one row.
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row);
}
