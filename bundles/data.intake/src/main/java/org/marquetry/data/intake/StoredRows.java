package org.marquetry.data.intake;

/// Rows that stand in a table with `row`, their number in the file.
///
/// @param width how many columns there are
record StoredRows(Staging staging, String raw, int width, RowNumbers numbers) implements RawRows {
  @Override
  public void into(String table, String typed, String columns) {
    staging.run(
        "CREATE TABLE %s AS SELECT given, %s FROM (SELECT row AS given, %s FROM %s)"
            .formatted(table, columns, typed, raw));
  }

  @Override
  public String place() {
    return "given";
  }

  @Override
  public void cells(String table, String cells) {
    staging.run(
        "CREATE TABLE %s AS SELECT t.given AS row, t.bad, %s FROM %s t JOIN %s r ON r.row = t.given WHERE t.bad IS NOT NULL"
            .formatted(cells, Staging.cells("r.c%1$d", width), table, raw));
  }

  @Override
  public long number(long place) {
    return numbers.of(place);
  }
}
