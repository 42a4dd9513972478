package org.marquetry.warehouse.duckdb;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    for (Kind kind : List.of(Kind.EMAIL, Kind.PHONE)) {
      for (String text : person.of(kind)) {
        changed += text.length() < SHORTEST_TEXT ? 0 : crossOut(connection, text);
      }
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
  private static long crossOut(Connection connection, String text) throws SQLException {
    String pattern = "(?i)" + BEFORE + quoted(text) + AFTER;
    String crosses =
        "\\1" + "x".repeat(text.getBytes(StandardCharsets.UTF_8).length) + "\\2"; // RE2's groups
    long changed = 0;
    for (String column : textColumns(connection)) {
      String[] names = column.split("\\.", 2);
      try (PreparedStatement s =
          connection.prepareStatement(
              String.format(
                  "UPDATE store.%1$s SET %2$s ="
                      + " regexp_replace(regexp_replace(%2$s, ?, ?, 'g'), ?, ?, 'g')"
                      + " WHERE contains(lower(%2$s), lower(?)) AND regexp_matches(%2$s, ?)",
                  names[0], names[1]))) {
        int i = 1;
        for (String value : List.of(pattern, crosses, pattern, crosses, text, pattern)) {
          s.setString(i++, value);
        }
        changed += s.executeUpdate();
      }
    }
    return changed;
  }

  private static Collection<String> textColumns(Connection connection) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement s = connection.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT table_name || '.' || column_name FROM duckdb_columns()"
                    + " WHERE schema_name = 'store' AND data_type = 'VARCHAR' ORDER BY 1")) {
      while (r.next()) {
        columns.add(r.getString(1));
      }
    }
    return columns;
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }
}
