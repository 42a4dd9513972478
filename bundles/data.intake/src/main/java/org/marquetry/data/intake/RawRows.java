package org.marquetry.data.intake;

import java.io.IOException;

/// The rows of one file as text in columns `c0`, `c1`, ..., to be typed in one pass. A row has a
/// place, which grows along the file.
interface RawRows {
  /// Make a table of all rows.
  ///
  /// @param table has column `given`, and those of `columns`
  /// @param typed SQL over `c0`, `c1`, ..., with names
  /// @param columns SQL over those names
  void into(String table, String typed, String columns) throws IOException, BadFile;

  /// SQL for the place of a row of such a table.
  String place();

  /// Make a table of the cells of rows that are marked, from a table that [#into] made.
  ///
  /// @param cells will have columns `row` (the place), `bad`, `c0`, `c1`, ...
  /// @param marked SQL over the table's columns and `bad`: true for the rows where `bad` is not
  ///   NULL, and for some others perhaps; its `bad` may be that of [#into], before changes
  void cells(String table, String cells, String typed, String columns, String marked);

  /// The number of a row in the file, for people: the first line is 1.
  long number(long place);
}
