package org.marquetry.warehouse.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.api.BatchSource;
import org.marquetry.warehouse.api.LoadReceipt;
import org.marquetry.warehouse.api.WarehouseException;

/// One load: rows go into temporary tables, then all at once into the store, with the batch id and
/// the cursors.
final class Batch implements BatchSink {
  /// In the order of their merging: events name products and customers.
  private static final List<String> TABLES =
      List.of(
          "events", "products", "customers", "campaigns", "campaign_members", "decisions", "shop");

  private final DuckDBConnection connection;
  private final Map<String, Layout> layouts;
  private final String id;
  private final Map<String, InputTable> inputs = new LinkedHashMap<>();

  /// @param connection of this load alone, not in auto-commit; the caller commits or rolls back
  /// @param layouts known layouts by table; completed here
  Batch(DuckDBConnection connection, Map<String, Layout> layouts, String id) {
    this.connection = connection;
    this.layouts = layouts;
    this.id = id;
  }

  LoadReceipt load(Map<String, String> cursors, BatchSource source) throws SQLException {
    if (known()) {
      return new LoadReceipt(id, true, Map.of(), Map.of());
    }
    try {
      source.writeTo(this);
      if (inputs.containsKey("events")) { // which name customers and products
        input("customers");
        input("products");
      }
    } finally {
      for (InputTable input : inputs.values()) {
        input.close();
      }
    }
    Map<String, Long> rows = new HashMap<>();
    inputs.forEach((table, input) -> rows.put(table, input.rows()));
    long events = count("store.events");
    long decisions = count("store.decisions");
    for (String table : TABLES) {
      if (inputs.containsKey(table)) {
        for (String sql : Database.script("merge-" + table + ".sql")) {
          Database.execute(connection, sql);
        }
      }
    }
    Map<String, Long> known =
        Map.of(
            "events", rows.getOrDefault("events", 0L) - (count("store.events") - events),
            "decisions",
                rows.getOrDefault("decisions", 0L) - (count("store.decisions") - decisions));
    remember(cursors, rows.values().stream().mapToLong(Long::longValue).sum());
    return new LoadReceipt(id, false, rows, known);
  }

  @Override
  public void add(String table, Map<String, ? extends @Nullable Object> values) {
    if (!TABLES.contains(table)) {
      throw new WarehouseException("no table '" + table + "' to load, there are " + TABLES);
    }
    try {
      input(table).add(values);
    } catch (SQLException e) {
      throw new WarehouseException("table " + table + ": " + Database.reason(e), e);
    }
  }

  private InputTable input(String table) throws SQLException {
    InputTable input = inputs.get(table);
    if (input == null) {
      Layout layout = layouts.get(table);
      if (layout == null) {
        layout = Layout.read(connection, table);
        layouts.put(table, layout);
      }
      input = new InputTable(connection, table, layout);
      inputs.put(table, input);
    }
    return input;
  }

  private boolean known() throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("SELECT 1 FROM store.batches WHERE batch_id = ?")) {
      s.setString(1, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  private long count(String table) throws SQLException {
    try (Statement s = connection.createStatement();
        ResultSet r = s.executeQuery("SELECT count(*) FROM " + table)) {
      r.next();
      return r.getLong(1);
    }
  }

  private void remember(Map<String, String> cursors, long rows) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("INSERT INTO store.batches VALUES (?, ?)")) {
      s.setString(1, id);
      s.setLong(2, rows);
      s.execute();
    }
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM store.cursors WHERE name = ?");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO store.cursors VALUES (?, ?)")) {
      for (Map.Entry<String, String> cursor : cursors.entrySet()) {
        delete.setString(1, cursor.getKey());
        delete.execute();
        insert.setString(1, cursor.getKey());
        insert.setString(2, cursor.getValue());
        insert.execute();
      }
    }
  }
}
