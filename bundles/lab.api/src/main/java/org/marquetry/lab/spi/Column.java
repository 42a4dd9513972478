package org.marquetry.lab.spi;

import java.util.List;

/// One column of a table, dictionary coded: equal texts have equal codes.
public final class Column {
  private final String source;
  private final String name;
  private final int[] codes;
  private final List<String> values;

  /// Make a column.
  ///
  /// @param source where it comes from, for messages
  /// @param codes for each row the index of its text in `values`; taken over, not copied
  /// @param values distinct texts
  public Column(String source, String name, int[] codes, List<String> values) {
    this.source = source;
    this.name = name;
    this.codes = codes;
    this.values = List.copyOf(values);
  }

  public String name() {
    return name;
  }

  /// How many rows there are.
  public int size() {
    return codes.length;
  }

  /// The code of a row's text, in [0, [#distinct]).
  public int code(int row) {
    return codes[row];
  }

  /// How many codes there are; after [#select] some may not occur.
  public int distinct() {
    return values.size();
  }

  /// The text of a code.
  public String value(int code) {
    return values.get(code);
  }

  /// The text of a row as it stands in the file, without blanks around it.
  public String text(int row) {
    return values.get(codes[row]);
  }

  /// The number of a row; True and False count as 1 and 0.
  ///
  /// @throws LabInputException naming file, row and column, if it is no finite number
  public double number(int row) {
    String text = text(row);
    if (text.equalsIgnoreCase("true")) {
      return 1;
    }
    if (text.equalsIgnoreCase("false")) {
      return 0;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    throw new LabInputException(
        source
            + ", data row "
            + (row + 1)
            + ", column '"
            + name
            + "': '"
            + text
            + "' is not a number");
  }

  /// Keep some rows, in the given order; codes stay valid.
  public Column select(int[] rows) {
    int[] picked = new int[rows.length];
    for (int k = 0; k < rows.length; k++) {
      picked[k] = codes[rows[k]];
    }
    return new Column(source, name, picked, values);
  }
}
