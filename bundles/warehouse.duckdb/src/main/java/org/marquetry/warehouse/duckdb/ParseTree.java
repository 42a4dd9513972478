package org.marquetry.warehouse.duckdb;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.warehouse.duckdb.SelectOnly.Refused;
import tools.jackson.databind.JsonNode;

/// Walks the parse tree of a query. Rows may come from published views, from what the query itself
/// defines before (WITH, VALUES), and from functions that only count or unfold; all else (tables,
/// files, the catalogue) is refused, also where it is not known to do harm.
final class ParseTree {
  private static final Set<String> QUERIES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");
  private static final Set<String> OTHER_SOURCES =
      Set.of("SHOW_REF", "CTE", "COLUMN_DATA", "DELIM_GET", "BOUND_TABLE_REF");
  private static final Set<String> ROWS = Set.of("range", "generate_series", "unnest");

  /// Functions that look at or change something beside their arguments.
  private static final Set<String> OUTSIDE =
      Set.of(
          "current_query",
          "current_setting",
          "currval",
          "getenv",
          "getvariable",
          "json_serialize_plan",
          "nextval",
          "setval",
          "sleep_ms",
          "write_log");

  /// Those of the catalogue begin so.
  private static final String CATALOGUE = "pg_";

  /// @param names that stand for queries at this place, in lower case
  void check(JsonNode node, Set<String> names) {
    Set<String> known = names;
    if (node.isObject()) {
      String type = node.path("type").asString("");
      source(node, type, names);
      function(node);
      known = type.equals("RECURSIVE_CTE_NODE") ? and(names, node.path("cte_name")) : names;
      known = defined(node.path("cte_map").path("map"), known);
      if (type.equals("CTE_NODE")) {
        check(node.path("query"), known);
        check(node.path("child"), and(known, node.path("cte_name")));
        return;
      }
    }
    for (var child : node.properties()) {
      if (!child.getKey().equals("cte_map")) {
        check(child.getValue(), known);
      }
    }
    if (node.isArray()) {
      for (JsonNode child : node) {
        check(child, known);
      }
    }
  }

  /// The names of WITH; each query sees those before it, and itself only when it is recursive.
  private Set<String> defined(JsonNode map, Set<String> names) {
    Set<String> known = names;
    for (JsonNode entry : map) {
      check(entry.path("value"), known);
      known = and(known, entry.path("key"));
    }
    return known;
  }

  private static Set<String> and(Set<String> names, JsonNode name) {
    Set<String> more = new HashSet<>(names);
    more.add(name.asString("").toLowerCase(Locale.ROOT));
    return more;
  }

  private static void source(JsonNode node, String type, Set<String> names) {
    if (type.endsWith("_NODE") && !QUERIES.contains(type)) {
      throw new Refused("the warehouse takes one SELECT");
    }
    if (OTHER_SOURCES.contains(type)) {
      throw new Refused("DESCRIBE, SHOW and SUMMARIZE are not for queries");
    }
    if (type.equals("BASE_TABLE")) {
      table(node, names);
    }
    if (type.equals("TABLE_FUNCTION")) {
      String name = node.path("function").path("function_name").asString("");
      if (!ROWS.contains(name.toLowerCase(Locale.ROOT))) {
        throw new Refused(
            "rows come from published views, or from " + new TreeSet<>(ROWS) + ", not " + name);
      }
    }
  }

  private static void table(JsonNode node, Set<String> names) {
    String catalog = node.path("catalog_name").asString("");
    String schema = node.path("schema_name").asString("");
    String name = node.path("table_name").asString("");
    if (!catalog.isEmpty()) {
      throw new Refused("name views without a catalog, for example v1.events");
    }
    boolean published =
        schema.isEmpty()
            ? names.contains(name.toLowerCase(Locale.ROOT))
            : schema.toLowerCase(Locale.ROOT).equals("v1");
    if (!published) {
      String full = schema.isEmpty() ? name : schema + "." + name;
      throw new Refused(full + " is not published; ask views such as v1.events");
    }
  }

  private static void function(JsonNode node) {
    String name = node.path("function_name").asString("").toLowerCase(Locale.ROOT);
    if (OUTSIDE.contains(name) || name.startsWith(CATALOGUE)) {
      throw new Refused("the function " + name + " is not for queries");
    }
  }
}
