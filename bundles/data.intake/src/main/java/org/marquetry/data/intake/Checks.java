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

  /// SQL for column `bad`: NULL when the row is good.
  String sql() {
    return cases.isEmpty()
        ? "CAST(NULL AS STRUCT(r VARCHAR, c VARCHAR, v VARCHAR))"
        : "CASE " + String.join(" ", cases) + " END";
  }

  /// Counts the barred rows of a table that has columns `row` and `bad`, and deletes them.
  static void take(Staging staging, String table, String file, Findings findings) {
    staging.each(
        "SELECT bad.r, bad.c, count(*) FROM "
            + table
            + " WHERE bad IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
        r -> findings.add(file, Reason.of(r.getString(1)), r.getString(2), r.getLong(3)));
    staging.each(
        "SELECT bad.r, bad.c, row, bad.v FROM "
            + table
            + " WHERE bad IS NOT NULL QUALIFY row_number() OVER (PARTITION BY bad.r, bad.c ORDER BY row) <= "
            + Findings.EXAMPLES
            + " ORDER BY 1, 2, 3",
        r ->
            findings.example(
                file, Reason.of(r.getString(1)), r.getString(2), r.getLong(3), r.getString(4)));
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
              + " AS VARCHAR) FROM "
              + table
              + " WHERE "
              + condition
              + " ORDER BY row LIMIT "
              + Findings.EXAMPLES,
          r -> findings.example(file, reason, column, r.getLong(1), r.getString(2)));
    }
  }
}
