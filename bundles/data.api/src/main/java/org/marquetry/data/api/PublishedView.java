package org.marquetry.data.api;

import java.util.List;

/// One published view of the warehouse.
///
/// @param name with its schema, for example `v1.events`
/// @param meaning what one row is
/// @param columns in the view's order
public record PublishedView(String name, String meaning, List<Column> columns) {
  public PublishedView {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("view " + name + " must have a column");
    }
  }

  /// One column. Any column may be NULL (not known) unless its meaning says "always".
  ///
  /// @param name in lower case
  /// @param type SQL type: VARCHAR, BIGINT, INTEGER, DOUBLE, BOOLEAN or TIMESTAMP (UTC)
  /// @param meaning unit, range, where it comes from
  public record Column(String name, String type, String meaning) {}
}
