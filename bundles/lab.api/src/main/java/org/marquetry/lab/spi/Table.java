package org.marquetry.lab.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of a file as named columns.
public final class Table {
  private final String source;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  /// Make a table.
  ///
  /// @param source where the rows come from, for messages
  /// @param columns all of one length, with distinct names
  public Table(String source, List<Column> columns) {
    this.source = source;
    for (Column column : columns) {
      if (column.size() != columns.getFirst().size()) {
        throw new IllegalArgumentException(source + ": columns differ in length");
      }
      if (this.columns.put(column.name(), column) != null) {
        throw new IllegalArgumentException(source + ": two columns named " + column.name());
      }
    }
  }

  /// Where the rows come from, for messages.
  public String source() {
    return source;
  }

  /// How many rows there are.
  public int rows() {
    return columns.isEmpty() ? 0 : columns.values().iterator().next().size();
  }

  /// Names of the columns in the order of the file.
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /// Look up a column that may be missing.
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /// Return a column.
  ///
  /// @throws LabInputException naming the columns there are, if it is missing
  public Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new LabInputException(
          source
              + " has no column '"
              + name
              + "'; it has "
              + names()
              + ". Name them with --columns.");
    }
    return column;
  }

  /// Keep some rows, in the given order.
  public Table select(int[] rows) {
    return new Table(source, columns.values().stream().map(c -> c.select(rows)).toList());
  }
}
