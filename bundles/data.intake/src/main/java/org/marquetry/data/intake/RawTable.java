package org.marquetry.data.intake;

import java.util.List;

/// A file whose rows stand in the staging database as text.
///
/// @param index the table is `raw_<index>(row BIGINT, c0 VARCHAR, ...)`
/// @param columns names, from the header or `column N`
/// @param named the names are from the file
/// @param sample some rows, evenly drawn, in the file's order
record RawTable(
    int index,
    SourceFile file,
    TextFormat format,
    List<String> columns,
    boolean named,
    long rows,
    List<String[]> sample) {
  String table() {
    return "raw_" + index;
  }

  String name() {
    return file.name();
  }
}
