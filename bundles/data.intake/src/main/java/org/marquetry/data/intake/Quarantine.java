package org.marquetry.data.intake;

/// The rows that are not loaded, in the scratch: `quarantine(file, row, col, code, value)`, a row
/// of a file at most once; and `broken(file, row, text)`, what stood there, for those that could
/// not be taken apart.
final class Quarantine {
  static final String TABLE =
      "CREATE TABLE quarantine(file INTEGER, row BIGINT, col VARCHAR, code VARCHAR, value VARCHAR);"
          + "CREATE TABLE broken(file INTEGER, row BIGINT, text VARCHAR)";

  static final int SHOWN = 200;

  private Quarantine() {}

  /// Take the barred rows of a table that has columns `row` and `bad`.
  static void take(Staging staging, String table, int file) {
    staging.run(
        "INSERT INTO quarantine SELECT "
            + file
            + ", row, bad.c, bad.r, left(bad.v, "
            + SHOWN
            + ") FROM "
            + table
            + " WHERE bad IS NOT NULL");
  }
}
