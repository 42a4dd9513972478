package org.marquetry.data.intake;

import java.io.BufferedReader;
import java.io.IOException;

/// Text whose fields are separated by any number of blanks.
final class BlankReader implements TableReader {
  @Override
  public void read(TextSource source, TextFormat format, RowSink sink) throws IOException, BadFile {
    try (BufferedReader reader = new BufferedReader(source.open())) {
      boolean named = false;
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        String[] fields = line.strip().split("[ \\t]+");
        if (!named) {
          named = true;
          sink.columns(format.header() ? fields : TableReader.numbered(format.columns()));
          if (format.header()) {
            continue;
          }
        }
        sink.row(number, fields);
      }
    }
  }
}
