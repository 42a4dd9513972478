package org.marquetry.data.intake;

import java.io.IOException;
import org.marquetry.data.intake.TextFormat.Shape;

/// Brings the rows of one file as text, one by one.
interface TableReader {
  void read(TextSource source, TextFormat format, RowSink sink) throws IOException, BadFile;

  static TableReader of(Shape shape) {
    return switch (shape) {
      case DELIMITED -> new DelimitedReader();
      case BLANKS -> new BlankReader();
      case JSON, JSON_LINES -> new JsonReader();
      case PARQUET, XLSX -> throw new IllegalArgumentException("it is no text");
    };
  }

  /// Names for columns that have none.
  static String[] numbered(int columns) {
    String[] names = new String[columns];
    for (int i = 0; i < columns; i++) {
      names[i] = "column " + (i + 1);
    }
    return names;
  }
}
