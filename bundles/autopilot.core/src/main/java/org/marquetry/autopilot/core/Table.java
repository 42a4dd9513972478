package org.marquetry.autopilot.core;

import java.util.List;

/// A table of the report. A cell is a [Text] or a number.
///
/// @param key stable name for machines
/// @param columns headings, each with the key under which its cells stand in the JSON
record Table(String key, Text title, List<Column> columns, List<List<Object>> rows) {
  record Column(String key, Text heading) {}

  Table {
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table "
                + key
                + ": a row of "
                + row.size()
                + " cells for "
                + columns.size()
                + " columns");
      }
    }
  }
}
