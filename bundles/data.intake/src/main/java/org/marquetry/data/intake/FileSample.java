package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at a delimited file here and there, without reading all of it.
final class FileSample {
  private static final int SPOTS = 200;
  private static final int SPOT = 1 << 14;
  private static final int FEW = Staging.SAMPLE / SPOTS;

  private FileSample() {}

  /// The first row, or numbers in its place.
  static String[] names(Path file, TextFormat format) throws IOException {
    if (format.header()) {
      try (CsvReader<CsvRecord> reader =
          Delimiters.csv(format.delimiter(), format.quote()).ofCsvRecord(file)) {
        var records = reader.iterator();
        if (records.hasNext()) {
          return records.next().getFields().toArray(String[]::new);
        }
      }
    }
    return TableReader.numbered(format.columns());
  }

  /// Some rows, from places that are evenly spread over the file; those that have another number of
  /// fields than it has columns are left out.
  ///
  /// @param file in UTF-8
  /// @param width how many columns count
  static List<String[]> of(Path file, TextFormat format, int width) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      boolean small = size <= (long) SPOTS * SPOT;
      for (int i = 0; i < (small ? 1 : SPOTS); i++) {
        long at = size / SPOTS * i;
        boolean skip = i > 0 || format.header();
        String text = lines(channel, i == 0 ? 0 : at, small ? (int) size : SPOT, skip);
        List<String[]> found = rows(text, format, width, small ? Integer.MAX_VALUE : FEW);
        int step = Math.max(1, found.size() / Staging.SAMPLE);
        for (int k = 0; k < found.size(); k += step) {
          rows.add(found.get(k));
        }
      }
    }
    return rows;
  }

  /// Whole lines from a place on.
  private static String lines(FileChannel channel, long at, int length, boolean skipFirst)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (long from = at; bytes.hasRemaining(); ) {
      int n = channel.read(bytes, from);
      if (n < 0) {
        break;
      }
      from += n;
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    int end = at + bytes.position() >= channel.size() ? text.length() : text.lastIndexOf('\n') + 1;
    int start = skipFirst ? text.indexOf('\n') + 1 : 0;
    return start > 0 || !skipFirst ? text.substring(Math.min(start, end), end) : "";
  }

  private static List<String[]> rows(String text, TextFormat format, int width, int most) {
    List<String[]> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        Delimiters.csv(format.delimiter(), format.quote()).ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (record.getFieldCount() == format.columns()) {
          rows.add(cells(record, width));
        }
        if (rows.size() == most) {
          break;
        }
      }
    } catch (CsvParseException e) {
      return rows; // a quote that is open where the spot ends
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String[] cells(CsvRecord record, int width) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      cells.add(Values.orNull(record.getField(i)));
    }
    return cells.toArray(String[]::new);
  }
}
