package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of former values: each has the columns of its namesake, whatever a migration adds.
final class Former {
  /// Tables of things, by their key.
  static final Map<String, List<String>> THINGS = things();

  private Former() {}

  private static Map<String, List<String>> things() {
    Map<String, List<String>> things = new LinkedHashMap<>();
    things.put("products", List.of("product_id"));
    things.put("customers", List.of("customer_id"));
    things.put("campaigns", List.of("campaign_id"));
    things.put("campaign_members", List.of("campaign_id", "customer_id"));
    return things;
  }

  static void follow(Connection connection) throws SQLException {
    follow(connection, "events");
    for (String table : THINGS.keySet()) {
      follow(connection, table);
    }
  }

  private static void follow(Connection connection, String table) throws SQLException {
    Map<String, String> there = Layout.read(connection, "former_" + table).types();
    for (Map.Entry<String, String> column : Layout.read(connection, table).types().entrySet()) {
      if (!there.containsKey(column.getKey())) {
        Database.execute(
            connection,
            "ALTER TABLE store.former_%s ADD COLUMN \"%s\" %s"
                .formatted(table, column.getKey(), column.getValue()));
      }
    }
  }
}
