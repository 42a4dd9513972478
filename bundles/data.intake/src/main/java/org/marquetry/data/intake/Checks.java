package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Conditions that bar a row, in order, numbered from 1; the first that holds gives the reason.
final class Checks {
  private record Check(String condition, Reason reason, String column, String value) {}

  private final List<Check> checks = new ArrayList<>();
  private int inPass;

  /// @param condition SQL
  /// @param column name for the report, empty for the row as a whole
  /// @param value SQL for the example
  Checks bar(String condition, Reason reason, String column, String value) {
    more(condition, reason, column, value);
    inPass = checks.size();
    return this;
  }

  /// A reason that is found behind the pass.
  ///
  /// @return its number
  int more(Reason reason, String column, String value) {
    return more("", reason, column, value);
  }

  private int more(String condition, Reason reason, String column, String value) {
    checks.add(new Check(condition, reason, column, value));
    if (checks.size() > 255) {
      throw new IllegalStateException("more checks than fit into a byte");
    }
    return checks.size();
  }

  /// SQL for the number of the check that bars a row: NULL when it is good.
  String sql() {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < inPass; i++) {
      cases.append(" WHEN ").append(checks.get(i).condition()).append(" THEN ").append(i + 1);
    }
    return cases.isEmpty() ? "CAST(NULL AS UTINYINT)" : "CAST(CASE" + cases + " END AS UTINYINT)";
  }

  /// SQL for what stood there, by `bad`.
  String value() {
    return by(c -> "CAST(" + c.value() + " AS VARCHAR)");
  }

  private String by(Function<Check, String> what) {
    StringBuilder cases = new StringBuilder("CASE bad");
    for (int i = 0; i < checks.size(); i++) {
      cases.append(" WHEN ").append(i + 1).append(" THEN ").append(what.apply(checks.get(i)));
    }
    return cases.append(" END").toString();
  }

  /// Puts the barred rows of a file into the quarantine, and counts them.
  void told(Staging staging, RawTable raw, Findings findings) {
    if (checks.isEmpty()) {
      return;
    }
    String barred = "barred_" + raw.index();
    staging.each(
        "SELECT bad, count(*) AS n FROM " + barred + " GROUP BY bad ORDER BY bad",
        r -> {
          Check check = checks.get((int) r.longValue("bad") - 1);
          findings.add(raw.name(), check.reason(), check.column(), r.longValue("n"));
        });
    staging.each(
        "SELECT bad, row, value FROM "
            + barred
            + " QUALIFY row_number() OVER (PARTITION BY bad ORDER BY row) <= "
            + Findings.EXAMPLES
            + " ORDER BY bad, row",
        r -> {
          Check check = checks.get((int) r.longValue("bad") - 1);
          long row = raw.rows().number(r.longValue("row"));
          String value = r.optString("value").orElse("");
          findings.example(raw.name(), check.reason(), check.column(), row, value);
        });
    staging.run(
        "INSERT INTO quarantine SELECT %d, row, %s, %s, left(value, %d) FROM %s"
            .formatted(
                raw.index(),
                by(c -> FileColumns.quote(c.column())),
                by(c -> FileColumns.quote(c.reason().code())),
                Quarantine.SHOWN,
                barred));
  }

  /// Counts rows that stay, with examples: `condition` over a table that has column `row`.
  static void flag(
      Staging staging,
      String table,
      String condition,
      Reason reason,
      String column,
      String value,
      RawTable raw,
      Findings findings) {
    long rows = staging.number("SELECT count(*) FROM " + table + " WHERE " + condition);
    findings.add(raw.name(), reason, column, rows);
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
          r -> {
            long row = raw.rows().number(r.longValue("row"));
            findings.example(raw.name(), reason, column, row, r.optString("v").orElse(""));
          });
    }
  }
}
