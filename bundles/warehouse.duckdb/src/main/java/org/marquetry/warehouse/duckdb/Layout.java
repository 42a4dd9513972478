package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The columns of one table of the store.
///
/// @param types by column, in the table's order
/// @param required columns that are never NULL
record Layout(Map<String, String> types, Set<String> required) {
  Layout {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    required = Collections.unmodifiableSet(new TreeSet<>(required));
  }

  static Layout read(Connection connection, String table) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    Set<String> required = new TreeSet<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns() "
                + "WHERE schema_name = 'store' AND table_name = ? ORDER BY column_index")) {
      s.setString(1, table);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          types.put(r.getString(1), r.getString(2));
          if (!r.getBoolean(3)) {
            required.add(r.getString(1));
          }
        }
      }
    }
    return new Layout(types, required);
  }

  /// The columns as a table's definition lists them.
  String definition() {
    return types.entrySet().stream()
        .map(type -> '"' + type.getKey() + "\" " + type.getValue())
        .collect(Collectors.joining(", "));
  }
}
