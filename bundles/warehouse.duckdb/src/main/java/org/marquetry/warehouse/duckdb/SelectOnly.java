package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.warehouse.api.WarehouseException;

/// Lets one SELECT over published views pass, by the database's own parse tree; what passed once is
/// remembered.
final class SelectOnly {
  private static final int REMEMBERED = 1_000;
  private static final Pattern ERROR =
      Pattern.compile("\"error_message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  // A quote inside a literal is escaped in the tree, so these match nodes only.
  private static final Pattern SCHEMA =
      Pattern.compile("\"schema_name\":\"([^\"]*)\",\"table_name\":\"([^\"]*)\"");
  private static final Pattern CATALOG = Pattern.compile("\"catalog_name\":\"([^\"]+)\"");

  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  void check(Connection connection, String sql) throws SQLException {
    if (passed.contains(sql)) {
      return;
    }
    String tree = tree(connection, sql);
    if (tree.startsWith("{\"error\":true")) {
      Matcher m = ERROR.matcher(tree);
      String why = m.find() ? m.group(1).replace("\\\"", "\"") : "not a SELECT";
      throw new WarehouseException("the warehouse takes one SELECT: " + why + ", in: " + head(sql));
    }
    Matcher table = SCHEMA.matcher(tree);
    while (table.find()) {
      String schema = table.group(1);
      if (!schema.equals("v1") && !schema.isEmpty()) {
        throw new WarehouseException(
            schema
                + "."
                + table.group(2)
                + " is not published; ask views such as v1.events, in: "
                + head(sql));
      }
    }
    if (CATALOG.matcher(tree).find()) {
      throw new WarehouseException(
          "name views without a catalog, for example v1.events, in: " + head(sql));
    }
    if (passed.size() < REMEMBERED) {
      passed.add(sql);
    }
  }

  private static String tree(Connection connection, String sql) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("SELECT CAST(json_serialize_sql(?) AS VARCHAR)")) {
      s.setString(1, sql);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getString(1);
      }
    }
  }

  static String head(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }
}
