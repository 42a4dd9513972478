package org.marquetry.data.intake;

import java.io.IOException;
import java.util.List;

/// The rows of one file in types, each judged in the same pass: `bad` is the number of the check
/// that bars it. What is good stands in a view; the texts of what is bad are read once more.
final class TypedRows {
  private final Staging staging;
  private final RawTable raw;
  private final String view;
  private final TypedColumns columns;
  private final Checks checks;
  private int repeated;

  /// @param name of the view, without the number of the file
  TypedRows(Staging staging, RawTable raw, String name, TypedColumns columns, Checks checks)
      throws IOException, BadFile {
    this.staging = staging;
    this.raw = raw;
    this.view = name + "_" + raw.index();
    this.columns = columns;
    this.checks = checks;
    String judged = columns.columns() + ", " + checks.sql() + " AS bad";
    raw.rows().into(table(), columns.typed(), judged);
  }

  /// The good rows, with `row`, their place; there after [#take].
  String view() {
    return view;
  }

  private String table() {
    return "all_" + view;
  }

  /// Whether each good row comes behind the one before it by its key, as most exports are written:
  /// then no key comes twice. A file in another order is known by its first rows.
  ///
  /// @param key SQL, each part never NULL
  boolean ascends(List<String> key) {
    StringBuilder parts = new StringBuilder();
    String behind = "false";
    for (int i = key.size() - 1; i >= 0; i--) {
      parts.append(", %1$s AS k%2$d, lag(%1$s) OVER () AS b%2$d".formatted(key.get(i), i));
      behind = "(k%1$d > b%1$d OR (k%1$d = b%1$d AND %2$s))".formatted(i, behind);
    }
    return staging.number(
            "SELECT count(*) FROM (SELECT 1 FROM (SELECT %s FROM %s WHERE bad IS NULL) WHERE NOT %s LIMIT 1)"
                .formatted(parts.substring(2), table(), behind))
        == 0;
  }

  /// Bar the rows behind the first good one with the same key. Most files have none, so rows are
  /// put in order only where a key comes twice.
  ///
  /// @param hash SQL for a number that is the same for the same key; rows where it is NULL stay
  /// @param key SQL
  /// @param value for the report
  void barRepeated(String hash, String key, Reason reason, String value) {
    String twice = "twice_" + ++repeated + "_" + view;
    staging.run(
        "CREATE TABLE %1$s AS SELECT h FROM (SELECT %2$s AS h FROM %3$s WHERE bad IS NULL) WHERE h IS NOT NULL GROUP BY h HAVING count(*) > 1"
            .formatted(twice, hash, table()));
    if (staging.number("SELECT count(*) FROM " + twice) == 0) {
      return;
    }
    staging.run(
        "UPDATE %1$s SET bad = %2$d WHERE rowid IN (SELECT id FROM (SELECT rowid AS id, row_number() OVER (PARTITION BY %3$s ORDER BY %4$s) AS k FROM %1$s WHERE bad IS NULL AND %5$s IN (SELECT h FROM %6$s)) WHERE k > 1)"
            .formatted(
                table(), checks.more(reason, "", value), key, raw.rows().place(), hash, twice));
  }

  /// Count what is barred, put it into the quarantine, and show the rest.
  void take(Findings findings) {
    barred();
    checks.told(staging, raw, findings);
    String absent = String.join(", ", columns.absent());
    staging.run(
        "CREATE VIEW %s AS SELECT %s AS row, * EXCLUDE (given, bad)%s FROM %s WHERE bad IS NULL"
            .formatted(view, raw.rows().place(), absent.isEmpty() ? "" : ", " + absent, table()));
  }

  private void barred() {
    int width = raw.columns().size();
    String barred = "barred_" + raw.index();
    long bad = staging.number("SELECT count(*) FROM " + table() + " WHERE bad IS NOT NULL");
    if (bad == 0) {
      staging.run(
          "CREATE TABLE %s(row BIGINT, bad UTINYINT, value VARCHAR, %s)"
              .formatted(barred, Staging.cells("c%1$d VARCHAR", width)));
      return;
    }
    String cells = "cells_" + raw.index();
    raw.rows().cells(table(), cells);
    if (staging.number("SELECT count(*) FROM " + cells) != bad) {
      throw new IllegalStateException("the file changed while it was read: " + raw.name());
    }
    staging.run(
        "CREATE TABLE %s AS SELECT row, bad, %s AS value, %s FROM (SELECT row, bad, %s, %s FROM %s)"
            .formatted(
                barred,
                checks.value(),
                Staging.cells("cell%1$d AS c%1$d", width),
                Staging.cells("c%1$d AS cell%1$d", width),
                columns.typed(),
                cells));
    staging.run("DROP TABLE " + cells);
  }

  /// Let go of the rows; the view goes too.
  void drop() {
    staging.run("DROP VIEW " + view);
    staging.run("DROP TABLE " + table());
  }
}
