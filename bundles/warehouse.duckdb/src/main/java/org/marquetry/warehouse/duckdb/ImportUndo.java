package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.warehouse.api.UndoReceipt;

/// Takes one import back; the caller commits or rolls back.
///
/// Each fact of a thing is taken back for itself: where it is still what the import made it, it
/// becomes what it was. The former values that later imports keep are treated in the same way, so
/// that imports may be taken back in any order.
final class ImportUndo {
  private static final Set<String> SEEN = Set.of("first_seen_at", "last_seen_at");

  private final Sql sql;
  private final String id;
  private final long number;
  private long removed;
  private long restored;
  private long kept;
  private final Map<String, Long> later = new HashMap<>();

  ImportUndo(Connection connection, String id, long number) {
    this.sql = new Sql(connection);
    this.id = id;
    this.number = number;
  }

  UndoReceipt undo() throws SQLException {
    sql.script("undo-events.sql", "", id, number);
    restored = sql.number("SELECT count(*) FROM temp.restored_events");
    removed = sql.number("SELECT count(*) FROM temp.gone_events") - restored;
    kept = sql.number("SELECT count(*) FROM temp.later_events");
    later("SELECT by_number, count(*) FROM temp.later_events GROUP BY 1");
    for (Map.Entry<String, List<String>> thing : Former.THINGS.entrySet()) {
      things(thing.getKey(), thing.getValue());
    }
    removed += namedNoMore("customers", "customer_id");
    removed += namedNoMore("products", "product_id");
    sql.run("DELETE FROM store.imports WHERE number = " + number);
    return new UndoReceipt(removed, restored, kept, later);
  }

  private void things(String table, List<String> keys) throws SQLException {
    if (sql.number("SELECT count(*) FROM store.former_" + table + " WHERE by_number = " + number)
        == 0) {
      return;
    }
    List<String> facts =
        Layout.read(sql.connection(), table).types().keySet().stream()
            .filter(c -> !keys.contains(c) && !SEEN.contains(c))
            .toList();
    sql.run(
        ("CREATE TEMP TABLE back_%1$s AS SELECT %2$s, w.by_number IS NULL AS fresh, %3$s, %4$s FROM"
                + " store.former_%1$s b LEFT JOIN store.former_%1$s w ON w.by_number = b.by_number AND"
                + " w.side = 'was' AND %5$s WHERE b.by_number = %6$d AND b.side = 'became'")
            .formatted(
                table,
                Sql.list(keys, "b.%s"),
                Sql.list(facts, "w.%1$s AS was_%1$s"),
                Sql.list(facts, "b.%1$s AS became_%1$s"),
                Sql.same(keys, "w", "b"),
                number));
    count(table, keys, facts);
    rebase(table, keys, facts);
    sql.run("DELETE FROM store.former_" + table + " WHERE by_number = " + number);
    remove(table, keys, facts);
  }

  private void count(String table, List<String> keys, List<String> facts) throws SQLException {
    String from =
        "SELECT count(*) FROM store.%1$s JOIN temp.back_%1$s k ON %2$s WHERE "
            .formatted(table, Sql.same(keys, table, "k"));
    kept += sql.number(from + "NOT (" + unchanged(facts, table) + ")");
    restored += sql.number(from + "NOT k.fresh AND " + unchanged(facts, table));
    later(
        "SELECT f.by_number, count(*) FROM store.former_%1$s f JOIN temp.back_%1$s k ON %2$s WHERE f.by_number > %3$d AND f.side = 'became' GROUP BY 1"
            .formatted(table, Sql.same(keys, "f", "k"), number));
  }

  private void rebase(String table, List<String> keys, List<String> facts) throws SQLException {
    String former = "former_" + table;
    // A later import came upon what only this one had brought.
    sql.run(
        "DELETE FROM store.%1$s USING temp.back_%2$s k WHERE %3$s AND k.fresh AND side = 'was' AND by_number > %4$d AND %5$s"
            .formatted(
                former, table, Sql.same(keys, former, "k"), number, unchanged(facts, former)));
    sql.run(
        "UPDATE store.%1$s SET %2$s FROM temp.back_%3$s k WHERE %4$s AND by_number > %5$d"
            .formatted(former, rebased(facts, former), table, Sql.same(keys, former, "k"), number));
    sql.run(
        "UPDATE store.%1$s SET %2$s FROM temp.back_%1$s k WHERE %3$s"
            .formatted(table, rebased(facts, table), Sql.same(keys, table, "k")));
  }

  /// What only the import had brought and nothing else tells about.
  private void remove(String table, List<String> keys, List<String> facts) throws SQLException {
    String named =
        switch (table) {
          case "customers", "products" ->
              " AND NOT EXISTS (SELECT 1 FROM store.events e WHERE e.%1$s = %2$s.%1$s)"
                  .formatted(keys.getFirst(), table);
          default -> "";
        };
    String which =
        "EXISTS (SELECT 1 FROM temp.back_%1$s k WHERE k.fresh AND %2$s) AND %3$s AND NOT EXISTS (SELECT 1 FROM store.former_%1$s f WHERE %4$s)%5$s"
            .formatted(
                table,
                Sql.same(keys, table, "k"),
                Sql.all(facts, table + ".%s IS NULL"),
                Sql.same(keys, "f", table),
                named);
    removed += sql.number("SELECT count(*) FROM store." + table + " WHERE " + which);
    sql.run("DELETE FROM store." + table + " WHERE " + which);
  }

  /// Customers and products that only the import's events had named.
  private long namedNoMore(String table, String key) throws SQLException {
    List<String> facts =
        Layout.read(sql.connection(), table).types().keySet().stream()
            .filter(c -> !c.equals(key))
            .toList();
    String which =
        "%1$s IN (SELECT id FROM temp.touched_%2$s) AND %3$s AND NOT EXISTS (SELECT 1 FROM store.former_%2$s f WHERE f.%1$s = %2$s.%1$s)"
            .formatted(key, table, Sql.all(facts, "%s IS NULL"));
    long rows = sql.number("SELECT count(*) FROM store." + table + " WHERE " + which);
    sql.run("DELETE FROM store." + table + " WHERE " + which);
    return rows;
  }

  private static String unchanged(List<String> facts, String table) {
    return Sql.all(facts, table + ".%1$s IS NOT DISTINCT FROM k.became_%1$s");
  }

  private static String rebased(List<String> facts, String table) {
    return Sql.list(
        facts,
        "%1$s = CASE WHEN TABLE.%1$s IS NOT DISTINCT FROM k.became_%1$s THEN k.was_%1$s ELSE TABLE.%1$s END"
            .replace("TABLE", table));
  }

  private void later(String numbers) throws SQLException {
    try (Statement s = sql.connection().createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT i.batch_id, n.c FROM ("
                    + numbers
                    + ") n(number, c) JOIN store.imports i ON i.number = n.number")) {
      while (r.next()) {
        later.merge(r.getString(1), r.getLong(2), Long::sum);
      }
    }
  }
}
