package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.marquetry.shop.api.Words;

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
          new Words(
              "第 " + line + " 行之后的内容无法拆分：引号没有闭合，或一行超过 " + LONGEST_ROW + " 个字符",
              "after line "
                  + line
                  + " the text cannot be taken apart (a quote that is never closed, or a row of more than "
                  + LONGEST_ROW
                  + " characters)"),
          new Words("请改正该行；没有写入任何内容", "put the row right; nothing of the file was loaded"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
