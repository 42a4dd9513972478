package org.marquetry.warehouse.api;

/// Make a value from one row.
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row);
}
