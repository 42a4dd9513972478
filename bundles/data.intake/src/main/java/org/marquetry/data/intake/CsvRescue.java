package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks once more at what the database's reader refused. A quote that is never closed swallows
/// good rows behind it, and a row that holds line ends may come in pieces; so what was refused in
/// one stretch is taken apart anew, line by line.
final class CsvRescue {

  private static final int LONGEST_ROW = 100; // lines

  /// Something refused.
  ///
  /// @param line as the database counts, from 1: its number in the file but for what one of those
  ///   before it swallowed
  /// @param at its first byte
  record Refused(long line, long at, String text, boolean letters) {
    /// Where it stands. Line ends before it are none of its own.
    BlankLines.Refused bytes() {
      int lead = 0;
      while (lead < text.length() && (text.charAt(lead) == '\n' || text.charAt(lead) == '\r')) {
        lead++;
      }
      long length = text.getBytes(StandardCharsets.UTF_8).length;
      return new BlankLines.Refused(at + lead, at + length, text.endsWith("\n"));
    }
  }

  /// A row of the file.
  ///
  /// @param reason why it is bad; empty when it can be looked at by its fields
  /// @param text blank for a line that is no row
  record Found(Optional<Reason> reason, List<String> fields, String text) {}

  /// What was refused in one stretch.
  ///
  /// @param before how many rows the database took before it
  /// @param line of the first, as the database counts
  /// @param records how many the database took it for
  record Stretch(long before, long line, int records, List<Found> rows) {}

  private final TextFormat format;
  private final int width;

  CsvRescue(TextFormat format, int width) {
    this.format = format;
    this.width = width;
  }

  /// @param refused in the order of their lines
  /// @param first line of the first row
  /// @param blanks rows before each empty line
  List<Stretch> stretches(List<Refused> refused, long first, long[] blanks) {
    List<Stretch> stretches = new ArrayList<>();
    for (int from = 0; from < refused.size(); ) {
      int to = from + 1;
      while (to < refused.size() && refused.get(to).line() == refused.get(to - 1).line() + 1) {
        to++;
      }
      long line = refused.get(from).line();
      long before = line - first - empty(line - first, blanks) - from;
      stretches.add(new Stretch(before, line, to - from, rows(refused.subList(from, to))));
      from = to;
    }
    return stretches;
  }

  /// How many empty lines there are among the first lines.
  private static int empty(long lines, long[] blanks) {
    int n = 0;
    while (n < blanks.length && blanks[n] + n < lines) {
      n++;
    }
    return n;
  }

  /// How many of the rows before each empty line were taken.
  static long[] taken(List<Stretch> stretches, long[] blanks) {
    long[] taken = blanks.clone();
    for (int i = 0; i < taken.length; i++) {
      long refused = 0;
      for (Stretch s : stretches) {
        if (s.before() + refused >= blanks[i]) {
          break;
        }
        refused += s.records();
      }
      taken[i] = blanks[i] - refused;
    }
    return taken;
  }

  private List<Found> rows(List<Refused> stretch) {
    List<String> lines = new ArrayList<>();
    List<Boolean> letters = new ArrayList<>();
    for (Refused refused : stretch) {
      int first = lines.size();
      for (String line : refused.text().replaceAll("^[\\r\\n]+|\\R$", "").split("\\R", -1)) {
        lines.add(line);
        letters.add(refused.letters() && lines.size() == first + 1);
      }
    }
    List<Found> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); ) {
      String line = lines.get(i);
      if (line.isBlank()) {
        rows.add(new Found(Optional.empty(), List.of(), ""));
        i++;
      } else if (letters.get(i)) {
        rows.add(new Found(Optional.of(Reason.WRONG_LETTERS), List.of(), line));
        i++;
      } else {
        int used = row(lines, i, rows);
        i += used;
      }
    }
    return rows;
  }

  /// Take the row that begins in a line; a row may have several when a quote holds line ends.
  ///
  /// @return how many lines it has
  private int row(List<String> lines, int from, List<Found> rows) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + LONGEST_ROW); i++) {
      text.append(i == from ? "" : "\n").append(lines.get(i));
      if (quotes(text) % 2 == 0) {
        Optional<List<String>> fields = fields(text.toString());
        if (i == from || fields.filter(f -> f.size() == width).isPresent()) {
          Optional<Reason> reason =
              fields.isPresent() ? Optional.empty() : Optional.of(Reason.QUOTE_BROKEN);
          rows.add(new Found(reason, fields.orElse(List.of()), text.toString()));
          return i - from + 1;
        }
      }
    }
    rows.add(new Found(Optional.of(Reason.QUOTE_BROKEN), List.of(), lines.get(from)));
    return 1;
  }

  private long quotes(CharSequence text) {
    return format.quote() == 0 ? 0 : text.chars().filter(c -> c == format.quote()).count();
  }

  /// The fields of one row; empty when it cannot be taken apart.
  private Optional<List<String>> fields(String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(format.delimiter())
            .quoteCharacter(format.quote() == 0 ? '\u0000' : format.quote())
            .ofCsvRecord(text)) {
      List<CsvRecord> records = reader.stream().toList();
      return records.size() == 1 ? Optional.of(records.getFirst().getFields()) : Optional.empty();
    } catch (CsvParseException | IOException e) {
      return Optional.empty();
    }
  }
}
