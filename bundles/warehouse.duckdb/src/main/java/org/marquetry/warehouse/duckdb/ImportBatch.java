package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.warehouse.api.BatchReceipt;

/// Moves one import from a scratch into the store, set by set; the caller commits or rolls back.
final class ImportBatch {
  private static final Set<String> NO_FACTS =
      Set.of("file", "row", "first_seen_at", "last_seen_at");

  /// What a row may say beside something else, or several times.
  private static final String MORE = "'cancelled', 'returned'";

  private final Sql sql;
  private final DuckDbScratch scratch;
  private final String id;
  private final long number;
  private long added;
  private long changed;
  private long skipped;
  private boolean hasEvents;

  ImportBatch(Connection connection, DuckDbScratch scratch, String id, long number) {
    this.sql = new Sql(connection, scratch);
    this.scratch = scratch;
    this.id = id;
    this.number = number;
  }

  BatchReceipt load() throws SQLException {
    Map<String, List<String>> tables = tables();
    hasEvents = tables.containsKey("out_events");
    for (Map.Entry<String, List<String>> thing : Former.THINGS.entrySet()) {
      List<String> columns = tables.get("out_" + thing.getKey());
      if (columns != null) {
        things(thing.getKey(), thing.getValue(), columns);
      }
    }
    if (hasEvents) {
      sql.script("import-events.sql", scratch.schema(), id, number);
      events();
    }
    if (tables.containsKey("out_shop")) {
      shop();
    }
    return new BatchReceipt(false, added, changed, skipped);
  }

  /// Note of which stretch of time a loaded import tells, which is more than its own events say:
  /// those that were known before stay another's.
  void keepSpan() throws SQLException {
    if (hasEvents) {
      sql.script("span-import.sql", scratch.schema(), id, number);
    }
  }

  /// Columns by table of the scratch.
  private Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new HashMap<>();
    try (Statement s = sql.connection().createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = '%s' ORDER BY table_name, column_index"
                    .formatted(scratch.name()))) {
      while (r.next()) {
        tables.computeIfAbsent(r.getString(1), _ -> new ArrayList<>()).add(r.getString(2));
      }
    }
    return tables;
  }

  /// A row of a file may say several things: it is new when all of them are.
  private void events() throws SQLException {
    String out = scratch.schema() + ".out_events";
    if (sql.number("SELECT count(*) FROM temp.known_events") == 0) {
      added += rows(out);
    } else {
      count(
          "SELECT bool_and(k.event_id IS NULL) AS fresh, bool_and(k.event_id IS NOT NULL AND NOT"
              + " k.differs) AS same FROM "
              + out
              + " o LEFT JOIN temp.known_events k ON k.event_id = o.event_id GROUP BY o.file,"
              + " o.row");
    }
  }

  /// How many rows of files say something: each says one thing at most that is not one of [#MORE].
  private long rows(String out) throws SQLException {
    String more = "SELECT file, row FROM " + out + " WHERE type IN (" + MORE + ")";
    long rows = sql.number("SELECT count(*) FROM " + out + " WHERE type NOT IN (" + MORE + ")");
    return sql.number("SELECT count(*) FROM (" + more + ")") == 0
        ? rows
        : rows
            + sql.number(
                "SELECT count(*) FROM (SELECT DISTINCT * FROM (%s)) WHERE (file, row) NOT IN (SELECT (file, row) FROM %s WHERE type NOT IN (%s))"
                    .formatted(more, out, MORE));
  }

  /// @param rows a query with `fresh` and `same`, one row a row of the files
  private void count(String rows) throws SQLException {
    try (Statement s = sql.connection().createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT count(*) FILTER (fresh), count(*) FILTER (NOT fresh AND NOT same), count(*)"
                    + " FILTER (NOT fresh AND same) FROM ("
                    + rows
                    + ")")) {
      r.next();
      added += r.getLong(1);
      changed += r.getLong(2);
      skipped += r.getLong(3);
    }
  }

  /// Completes what is known and adds what is not.
  private void things(String table, List<String> keys, List<String> columns) throws SQLException {
    if (sql.number("SELECT count(*) FROM " + scratch.schema() + ".out_" + table) == 0) {
      return;
    }
    Set<String> store = Layout.read(sql.connection(), table).types().keySet();
    List<String> facts =
        columns.stream()
            .filter(c -> store.contains(c) && !keys.contains(c) && !NO_FACTS.contains(c))
            .toList();
    meet(table, keys, facts);
    keep(table, keys, "was", "m.known AND m.differs");
    sql.run(
        "UPDATE store.%1$s SET %2$s FROM temp.met_%1$s m WHERE %3$s AND m.known AND m.differs"
            .formatted(table, Sql.list(facts, "%1$s = m.%1$s"), Sql.same(keys, table, "m")));
    sql.run(
        "INSERT INTO store.%1$s BY NAME SELECT %2$s, %3$s FROM temp.met_%1$s WHERE NOT known"
            .formatted(table, Sql.list(keys, "%s"), Sql.list(facts, "%s")));
    keep(table, keys, "became", "m.differs");
    count(
        "SELECT NOT known AS fresh, NOT differs AS same FROM temp.met_" + table + " WHERE counted");
  }

  private void meet(String table, List<String> keys, List<String> facts) throws SQLException {
    String given =
        "SELECT %s, bool_or(file IS NOT NULL) AS counted, %s FROM %s.out_%s GROUP BY %1$s"
            .formatted(
                Sql.list(keys, "%s"),
                Sql.list(facts, "any_value(%1$s) AS %1$s"),
                scratch.schema(),
                table);
    sql.run(
        ("CREATE TEMP TABLE met_%1$s AS SELECT %2$s, i.counted, c.%3$s IS NOT NULL AS known, %4$s,"
                + " c.%3$s IS NULL OR NOT (%5$s) AS differs FROM (%6$s) i LEFT JOIN store.%1$s c ON"
                + " %7$s")
            .formatted(
                table,
                Sql.list(keys, "i.%s"),
                keys.getFirst(),
                Sql.list(facts, "coalesce(i.%1$s, c.%1$s) AS %1$s"),
                Sql.all(facts, "(i.%1$s IS NULL OR i.%1$s IS NOT DISTINCT FROM c.%1$s)"),
                given,
                Sql.same(keys, "i", "c")));
  }

  private void keep(String table, List<String> keys, String side, String which)
      throws SQLException {
    sql.run(
        ("INSERT INTO store.former_%1$s BY NAME SELECT c.*, %2$d AS by_number, '%3$s' AS side"
                + " FROM store.%1$s c JOIN temp.met_%1$s m ON %4$s WHERE %5$s")
            .formatted(table, number, side, Sql.same(keys, "c", "m"), which));
  }

  private void shop() throws SQLException {
    sql.run(
        "CREATE TEMP TABLE in_shop AS SELECT name, currency, time_zone FROM "
            + scratch.schema()
            + ".out_shop");
    for (String statement : Database.script("merge-shop.sql")) {
      sql.run(statement);
    }
  }
}
