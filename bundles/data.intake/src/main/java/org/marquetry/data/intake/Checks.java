package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;

/// Conditions that bar a row, in order; the first that holds gives the reason.
final class Checks {
  private final List<String> cases = new ArrayList<>();

  /// @param condition SQL
  /// @param column name for the report, empty for the row as a whole
  /// @param value SQL for the example
  Checks bar(String condition, Reason reason, String column, String value) {
    cases.add(
        "WHEN "
            + condition
            + " THEN {'r': '"
            + reason.code()
            + "', 'c': '"
            + column.replace("'", "''")
            + "', 'v': CAST("
            + value
            + " AS VARCHAR)}");
    return this;
  }

  /// SQL for the rows of a table behind the first one with the same key. Most files have none, so
  /// rows are put in order only where a key comes twice.
  static String repeated(String table, String key) {
    return "SELECT row FROM "
        + table
        + " WHERE bad IS NULL AND ("
        + key
        + ") IN (SELECT "
        + (key.contains(",") ? "(" + key + ")" : key)
        + " FROM "
        + table
        + " WHERE bad IS NULL GROUP BY "
        + key
        + " HAVING count(*) > 1) QUALIFY row_number() OVER (PARTITION BY "
        + key
        + " ORDER BY row) > 1";
  }

  /// SQL for column `bad`: NULL when the row is good.
  String sql() {
    return cases.isEmpty()
        ? "CAST(NULL AS STRUCT(r VARCHAR, c VARCHAR, v VARCHAR))"
        : "CASE " + String.join(" ", cases) + " END";
  }

  /// Counts the barred rows of a table that has columns `row` and `bad`, and deletes them.
  static void take(Staging staging, String table, RawTable raw, Findings findings) {
    String file = raw.name();
    staging.each(
        "SELECT bad.r AS r, bad.c AS c, count(*) AS n FROM "
            + table
            + " WHERE bad IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
        r -> findings.add(file, Reason.of(r.string("r")), r.string("c"), r.longValue("n")));
    staging.each(
        "SELECT bad.r AS r, bad.c AS c, row, bad.v AS v FROM "
            + table
            + " WHERE bad IS NOT NULL QUALIFY row_number() OVER (PARTITION BY bad.r, bad.c ORDER BY"
            + " row) <= "
            + Findings.EXAMPLES
            + " ORDER BY 1, 2, 3",
        r ->
            findings.example(
                file,
                Reason.of(r.string("r")),
                r.string("c"),
                r.longValue("row"),
                r.optString("v").orElse("")));
    Quarantine.take(staging, table, raw.index());
    staging.run("DELETE FROM " + table + " WHERE bad IS NOT NULL");
  }

  /// Counts rows that stay, with examples: `condition` over a table that has column `row`.
  static void flag(
      Staging staging,
      String table,
      String condition,
      Reason reason,
      String column,
      String value,
      String file,
      Findings findings) {
    long rows = staging.number("SELECT count(*) FROM " + table + " WHERE " + condition);
    findings.add(file, reason, column, rows);
    if (rows > 0) {
      staging.each(
          "SELECT row, CAST("
              + value
              + " AS VARCHAR) AS v FROM "
              + table
              + " WHERE "
              + condition
              + " ORDER BY row LIMIT "
              + Findings.EXAMPLES,
          r ->
              findings.example(
                  file, reason, column, r.longValue("row"), r.optString("v").orElse("")));
    }
  }
}
