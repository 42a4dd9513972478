package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.marquetry.warehouse.api.WarehouseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets one SELECT over published views pass, by the database's own parse tree; what passed once is
/// remembered.
final class SelectOnly {
  private static final int REMEMBERED = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Set<String> passed = ConcurrentHashMap.newKeySet();

  void check(Connection connection, String sql) throws SQLException {
    if (passed.contains(sql)) {
      return;
    }
    JsonNode tree = JSON.readTree(tree(connection, sql));
    try {
      if (tree.path("error").asBoolean(false)) {
        String why = tree.path("error_message").asString("not a SELECT");
        throw new Refused("the warehouse takes one SELECT: " + why);
      }
      if (tree.path("statements").size() != 1) {
        throw new Refused("the warehouse takes one SELECT");
      }
      new ParseTree().check(tree.path("statements"), Set.of());
    } catch (Refused e) {
      throw new WarehouseException(e.getMessage() + ", in: " + head(sql), e);
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

  /// Why a query does not pass.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }
}
