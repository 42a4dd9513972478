package org.marquetry.data.intake;

import org.jspecify.annotations.Nullable;

/// Takes the rows of one file.
interface RowSink {
  /// Names the columns; called once, before any row.
  void columns(String[] names) throws BadFile;

  /// @param number line in the file, or the record's number, counted from 1
  void row(long number, @Nullable String[] fields);

  /// A row that cannot be taken apart.
  void bad(long number, Reason reason, String value);
}
