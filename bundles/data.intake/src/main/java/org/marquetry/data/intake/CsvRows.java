package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of a delimited file, read by the database's own reader, many times faster than row by
/// row. Lines that it refuses are looked at once more, one by one, by the rules of [RawWriter]: a
/// broken quote may have swallowed good lines behind it.
final class CsvRows implements RawRows {
  /// What exports write for nothing, beside an empty value; as [Values#orNull] has it.
  static final Set<String> NOTHING =
      Set.of(
          "NA", "na", "N/A", "n/a", "#N/A", "NULL", "null", "Null", "\\N", "NaN", "nan", "NAN", "-",
          "(null)", "(NULL)", "(none)");

  private static final int LONGEST_LINE = 2 << 20;
  private static final int MOST_REFUSED = 100_000; // they are held in memory
  private static final int LONGEST_REFUSED = 64 << 20;

  private final Staging staging;
  private final int index;
  private final Path file;
  private final TextFormat format;
  private final FileLook look;
  private final Names names;
  private final Findings findings;
  private final RowByRow otherwise;
  private RowNumbers numbers = RowNumbers.SAME;
  private @Nullable StoredRows stored; // when the file was read row by row after all

  /// @param file of the import, by the name that people know
  /// @param given names of all columns, as the first row or their positions have them
  /// @param kept names of those that count
  record Names(String file, List<String> given, List<String> kept) {}

  /// Reads the file into its raw table in the slow way.
  interface RowByRow {
    StoredRows read() throws IOException, BadFile;
  }

  /// @param file in UTF-8, where SQL may read it
  CsvRows(
      Staging staging,
      int index,
      Path file,
      TextFormat format,
      FileLook look,
      Names names,
      Findings findings,
      RowByRow otherwise) {
    this.staging = staging;
    this.index = index;
    this.file = file;
    this.format = format;
    this.look = look;
    this.names = names;
    this.findings = findings;
    this.otherwise = otherwise;
  }

  /// Whether the database's reader takes a file written like this.
  static boolean takes(TextFormat format) {
    return format.shape() == TextFormat.Shape.DELIMITED
        && format.delimiter().length() == 1
        && format.columns() > 1;
  }

  @Override
  public void into(String table, String typed, String columns) throws IOException, BadFile {
    staging.run(
        "CREATE TABLE %s AS SELECT CAST(NULL AS BIGINT) AS given, %s FROM (SELECT %s FROM (%s))"
            .formatted(table, columns, typed, cells("rejects_" + index) + unread(typed)));
    if (tooOdd()) {
      staging.run("DROP TABLE " + table);
      stored = otherwise.read();
      stored.into(table, typed, columns);
      return;
    }
    List<CsvRescue.Refused> refused = refused();
    long[] blanks = look.emptyLines() ? blanks(refused) : new long[0];
    List<CsvRescue.Stretch> stretches =
        new CsvRescue(format, names.given().size()).stretches(refused, first(), blanks);
    numbers = new RowNumbers(first(), stretches, CsvRescue.taken(stretches, blanks));
    if (!stretches.isEmpty()) {
      rescue(stretches);
      staging.run(
          "INSERT INTO %s SELECT given, %s FROM (SELECT row AS given, %s FROM rescued_%d)"
              .formatted(table, columns, typed, index));
    }
  }

  /// @param rejects the table of what is refused; without one, other rows are
  private String cells(String rejects) {
    String all =
        IntStream.range(0, names.given().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    String quote = format.quote() == 0 ? "''" : FileColumns.quote("" + format.quote());
    return "SELECT %s FROM read_csv(%s, auto_detect = false, delim = %s, quote = %s, escape = %s, header = %s, columns = %s, nullstr = %s, strict_mode = true, store_rejects = true, rejects_table = '%s', rejects_scan = 'scans_%s', max_line_size = %d)"
        .formatted(
            Staging.cells(look.edges() ? "nullif(trim(c%1$d), '') AS c%1$d" : "c%1$d", width()),
            Staging.quoted(file),
            FileColumns.quote(format.delimiter()),
            quote,
            quote,
            format.header(),
            all,
            look.nothings() ? nothings() : "['']",
            rejects,
            rejects,
            LONGEST_LINE);
  }

  /// A column that nothing is made of would not be looked at, and its broken letters be passed
  /// over.
  private String unread(String typed) {
    Set<String> read =
        Pattern.compile("\\bc\\d+\\b")
            .matcher(typed)
            .results()
            .map(m -> m.group())
            .collect(Collectors.toSet());
    String lengths =
        IntStream.range(0, width())
            .mapToObj(i -> "c" + i)
            .filter(c -> !read.contains(c))
            .map(c -> "coalesce(strlen(" + c + "), 0)")
            .collect(Collectors.joining(" + "));
    return lengths.isEmpty() ? "" : " WHERE " + lengths + " >= 0";
  }

  private static String nothings() {
    return NOTHING.stream()
        .sorted()
        .map(FileColumns::quote)
        .collect(Collectors.joining(", ", "['', ", "]"));
  }

  private long[] blanks(List<CsvRescue.Refused> refused) throws IOException {
    return BlankLines.before(
        file,
        format,
        refused.stream().filter(r -> !r.letters()).map(CsvRescue.Refused::bytes).toList());
  }

  FileLook look() {
    return look;
  }

  private int width() {
    return names.kept().size();
  }

  /// A line is too long, or too many are refused.
  private boolean tooOdd() {
    String refused = "SELECT count(*) FROM rejects_" + index;
    return staging.number(refused + " WHERE error_type = 'LINE SIZE OVER MAXIMUM'") > 0
        || staging.number(refused) > MOST_REFUSED
        || staging.number("SELECT coalesce(sum(strlen(csv_line)), 0) FROM rejects_" + index)
            > LONGEST_REFUSED;
  }

  private long first() {
    return format.header() ? 2 : 1;
  }

  private List<CsvRescue.Refused> refused() {
    List<CsvRescue.Refused> refused = new ArrayList<>();
    staging.each(
        "SELECT line, min(line_byte_position) - 1 AS at, any_value(csv_line) AS text, bool_or(error_type = 'INVALID ENCODING') AS"
            + " letters FROM rejects_"
            + index
            + " GROUP BY line ORDER BY line",
        r ->
            refused.add(
                new CsvRescue.Refused(
                    r.longValue("line"),
                    r.longValue("at"),
                    r.optString("text").orElse(""),
                    r.bool("letters"))));
    return refused;
  }

  private void rescue(List<CsvRescue.Stretch> stretches) throws BadFile {
    try (RawWriter writer =
        new RawWriter(staging, index, names.file(), findings, "rescued_" + index, numbers)) {
      writer.columns(names.given().toArray(String[]::new));
      for (int s = 0; s < stretches.size(); s++) {
        List<CsvRescue.Found> rows = stretches.get(s).rows();
        for (int k = 0; k < rows.size(); k++) {
          row(writer, numbers.place(s, k), rows.get(k));
        }
      }
    }
  }

  private static void row(RawWriter writer, long place, CsvRescue.Found found) {
    if (found.reason().isPresent()) {
      writer.broken(place, found.reason().get(), found.text(), found.text());
    } else if (!found.text().isEmpty()) {
      writer.row(place, found.fields().toArray(String[]::new), found.text());
    }
  }

  @Override
  public String place() {
    return stored == null
        ? "coalesce(given, (rowid + 1) * " + RowNumbers.STEP + ")"
        : stored.place();
  }

  @Override
  public void cells(String table, String cells) {
    if (stored != null) {
      stored.cells(table, cells);
      return;
    }
    // Read once more: the n-th row of the file is the n-th one of the table.
    staging.run(
        "CREATE TABLE %1$s AS SELECT t.row, t.bad, a.* EXCLUDE (n) FROM (SELECT %2$s AS row, bad, rowid + 1 AS n FROM %3$s WHERE given IS NULL AND bad IS NOT NULL) t JOIN (SELECT *, row_number() OVER () AS n FROM (%4$s)) a ON a.n = t.n"
            .formatted(cells, place(), table, cells("rejects_again_" + index)));
    if (staging.number("SELECT count(*) FROM rejects_" + index) > 0) {
      staging.run(
          "INSERT INTO %s SELECT t.given, t.bad, r.* EXCLUDE (row) FROM %s t JOIN rescued_%d r ON r.row = t.given WHERE t.bad IS NOT NULL"
              .formatted(cells, table, index));
    }
  }

  RowNumbers numbers() {
    return stored == null ? numbers : stored.numbers();
  }

  @Override
  public long number(long place) {
    return numbers().of(place);
  }
}
