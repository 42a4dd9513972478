package org.marquetry.data.intake;

import java.nio.charset.Charset;

/// How a file is written.
///
/// @param delimiter of [Shape#DELIMITED]; empty elsewhere
/// @param quote the quoting character, or 0 for none
/// @param header the first row names the columns
/// @param columns fields of a row, 0 when the rows say it themselves
record TextFormat(
    Shape shape,
    Charset charset,
    String delimiter,
    char quote,
    boolean header,
    int columns,
    boolean gzip) {
  enum Shape {
    DELIMITED,
    BLANKS,
    JSON,
    JSON_LINES,
    PARQUET,
    XLSX
  }

  /// For the report.
  String describe() {
    String how =
        switch (shape) {
          case DELIMITED ->
              "delimited by "
                  + delimiterName()
                  + ", "
                  + charset.name()
                  + (header ? ", header" : ", no header");
          case BLANKS ->
              "blank separated, " + charset.name() + (header ? ", header" : ", no header");
          case JSON -> "JSON, " + charset.name();
          case JSON_LINES -> "JSON lines, " + charset.name();
          case PARQUET -> "Parquet";
          case XLSX -> "spreadsheet";
        };
    return gzip ? how + ", gzip" : how;
  }

  private String delimiterName() {
    return switch (delimiter) {
      case "," -> "comma";
      case ";" -> "semicolon";
      case "\t" -> "tab";
      case "|" -> "bar";
      default -> "'" + delimiter + "'";
    };
  }
}
