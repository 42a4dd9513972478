package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;

/// Comma, tab, semicolon or bar separated text.
final class DelimitedReader implements TableReader {
  private static final int LONGEST_ROW = 1 << 25;

  @Override
  public void read(TextSource source, TextFormat format, RowSink sink) throws IOException, BadFile {
    long line = 0;
    try (Reader in = source.open();
        CsvReader<CsvRecord> reader =
            Delimiters.csv(format.delimiter(), format.quote())
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(in)) {
      Iterator<CsvRecord> records = reader.iterator();
      String[] names = TableReader.numbered(format.columns());
      if (format.header() && records.hasNext()) {
        names = records.next().getFields().toArray(String[]::new);
      }
      sink.columns(names);
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        sink.row(line, record.getFields().toArray(String[]::new));
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException io && !(io.getMessage() + "").contains("buffer")) {
        throw io;
      }
      throw new BadFile(
          "after line "
              + line
              + " the text cannot be taken apart (a quote that is never closed, or a row of more than "
              + LONGEST_ROW
              + " characters)",
          "put the row right; nothing of the file was loaded",
          "quote-open",
          line,
          LONGEST_ROW);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
