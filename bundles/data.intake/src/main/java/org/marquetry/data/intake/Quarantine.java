package org.marquetry.data.intake;

/// The rows that are not loaded, in the scratch: `quarantine(file, row, col, code, value)`, a row
/// of a file at most once, by its place; and `broken(file, row, text)`, what stood there, for those
/// that could not be taken apart.
final class Quarantine {
  static final String TABLE =
      "CREATE TABLE quarantine(file INTEGER, row BIGINT, col VARCHAR, code VARCHAR, value VARCHAR);"
          + "CREATE TABLE broken(file INTEGER, row BIGINT, text VARCHAR)";

  static final int SHOWN = 200;

  private Quarantine() {}
}
