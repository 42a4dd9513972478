package org.marquetry.warehouse.duckdb;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.spi.Erasure;

/// Erases one person inside a transaction of the caller.
final class PersonEraser {
  private static final int SHORTEST_TEXT = 6;
  private static final String BEFORE = "(^|[^\\p{L}\\p{N}._+-])";
  private static final String AFTER = // RE2 looks at nothing that it does not take
      "($|[^\\p{L}\\p{N}._+-]|\\.(?:$|[^\\p{L}\\p{N}]))";

  private PersonEraser() {}

  /// @return how many rows were deleted, made anonymous or changed
  static long erase(Connection connection, Erasure erasure) throws SQLException {
    PersonIds person = erasure.person();
    names(connection, "gone_customers", person.of(Kind.CUSTOMER));
    names(connection, "gone_visitors", person.of(Kind.VISITOR));
    long changed = 0;
    try (Statement s = connection.createStatement()) {
      for (String sql : Database.script("erase.sql")) {
        boolean rows = s.execute(sql.replace("KEY", erasure.pseudonym()));
        changed += !rows && sql.startsWith("CREATE") ? 0 : Math.max(0, s.getUpdateCount());
      }
    }
    List<String> texts = new ArrayList<>();
    for (Kind kind : List.of(Kind.EMAIL, Kind.PHONE)) {
      person.of(kind).stream().filter(t -> t.length() >= SHORTEST_TEXT).forEach(texts::add);
    }
    if (!texts.isEmpty()) {
      changed += crossOut(connection, texts);
    }
    return changed;
  }

  /// Fill a temporary table that lasts as long as the connection.
  static void names(Connection connection, String table, Set<String> ids) throws SQLException {
    Database.execute(connection, "CREATE TEMP TABLE " + table + "(id VARCHAR)");
    try (PreparedStatement s =
        connection.prepareStatement("INSERT INTO temp." + table + " VALUES (?)")) {
      for (String id : ids) {
        s.setString(1, id);
        s.execute();
      }
    }
  }

  /// Put as many `x` as it has bytes in the place of a text, in every text column, where it stands
  /// as a whole.
  private static long crossOut(Connection connection, List<String> texts) throws SQLException {
    long changed = 0;
    for (Map.Entry<String, List<String>> table : textColumns(connection).entrySet()) {
      for (String column : holding(connection, table.getKey(), table.getValue(), texts)) {
        for (String text : texts) {
          changed += crossOut(connection, table.getKey(), column, text);
        }
      }
    }
    return changed;
  }

  private static long crossOut(Connection connection, String table, String column, String text)
      throws SQLException {
    String pattern = "(?i)" + BEFORE + quoted(text) + AFTER;
    String crosses =
        "\\1" + "x".repeat(text.getBytes(StandardCharsets.UTF_8).length) + "\\2"; // RE2's groups
    try (PreparedStatement s =
        connection.prepareStatement(
            String.format(
                "UPDATE store.%1$s SET %2$s ="
                    + " regexp_replace(regexp_replace(%2$s, ?, ?, 'g'), ?, ?, 'g')"
                    + " WHERE contains(lower(%2$s), lower(?)) AND regexp_matches(%2$s, ?)",
                table, column))) {
      int i = 1;
      for (String value : List.of(pattern, crosses, pattern, crosses, text, pattern)) {
        s.setString(i++, value);
      }
      return s.executeUpdate();
    }
  }

  /// The columns of a table in which some text may stand: one look at the table for all of them.
  private static List<String> holding(
      Connection connection, String table, List<String> columns, List<String> texts)
      throws SQLException {
    String sql =
        columns.stream()
            .map(c ->
                texts.stream()
                    .map(t -> "contains(lower(" + c + "), lower(?))")
                    .collect(Collectors.joining(" OR ", "coalesce(bool_or(", "), false)")))
            .collect(Collectors.joining(", ", "SELECT ", " FROM store." + table));
    List<String> holding = new ArrayList<>();
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size() * texts.size(); i++) {
        s.setString(i + 1, texts.get(i % texts.size()));
      }
      try (ResultSet r = s.executeQuery()) {
        r.next();
        for (int i = 0; i < columns.size(); i++) {
          if (r.getBoolean(i + 1)) {
            holding.add(columns.get(i));
          }
        }
      }
    }
    return holding;
  }

  /// Of each table.
  private static Map<String, List<String>> textColumns(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (Statement s = connection.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT table_name, column_name FROM duckdb_columns()"
                    + " WHERE schema_name = 'store' AND data_type = 'VARCHAR' ORDER BY 1, 2")) {
      while (r.next()) {
        columns.computeIfAbsent(r.getString(1), t -> new ArrayList<>()).add(r.getString(2));
      }
    }
    return columns;
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }
}
