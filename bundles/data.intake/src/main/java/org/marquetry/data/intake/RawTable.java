package org.marquetry.data.intake;

import java.util.List;

/// A file whose rows are text. They stand in the table `raw_<index>(row BIGINT, c0 VARCHAR, ...)`,
/// unless the file's role and columns are settled: then they may be read in one pass, and there is
/// no such table.
///
/// @param columns names, from the header or `column N`
/// @param count how many rows there are, or were sampled
/// @param sample some rows, evenly drawn, in the file's order
/// @param look what their values may hold
record RawTable(
    int index,
    SourceFile file,
    TextFormat format,
    List<String> columns,
    long count,
    List<String[]> sample,
    RawRows rows,
    FileLook look) {
  /// The names are from the file.
  boolean named() {
    return format.header() || columns.stream().anyMatch(n -> !n.startsWith("column "));
  }

  String table() {
    return "raw_" + index;
  }

  String name() {
    return file.name();
  }
}
