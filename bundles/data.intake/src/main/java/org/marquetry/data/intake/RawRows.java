package org.marquetry.data.intake;

import java.io.IOException;

/// The rows of one file as text in columns `c0`, `c1`, ..., to be typed in one pass. A row has a
/// place, which grows along the file.
interface RawRows {
  /// Make a table of all rows.
  ///
  /// @param table has column `given`, and those of `columns`
  /// @param typed SQL over `c0`, `c1`, ..., with names; no join, which would not keep the order of
  ///   rows: neither a list of values with IN, nor a query
  /// @param columns SQL over those names, likewise
  void into(String table, String typed, String columns) throws IOException, BadFile;

  /// SQL for the place of a row of such a table.
  String place();

  /// Make a table of the cells of the bad rows of a table that [#into] made.
  ///
  /// @param cells will have columns `row` (the place), `bad`, `c0`, `c1`, ...
  void cells(String table, String cells);

  /// The number of a row in the file, for people: the first line is 1.
  long number(long place);
}
