package org.marquetry.data.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marquetry.warehouse.api.Scratch;

/// Brings a delimited file into its raw table by the database's own reader, many times faster than
/// row by row. Lines that it refuses are looked at once more, one by one, by the rules of
/// [RawWriter]: a broken quote may have swallowed good lines behind it.
final class CsvLoad {
  /// What exports write for nothing; as [Values#orNull] has it.
  private static final String NOTHING =
      "['', 'NA', 'na', 'N/A', 'n/a', '#N/A', 'NULL', 'null', 'Null', '\\N', 'NaN', 'nan', 'NAN',"
          + " '-', '(null)', '(NULL)', '(none)']";

  private static final int LONGEST_LINE = 2 << 20;
  private static final int MOST_REFUSED = 100_000; // they are held in memory
  private static final int LONGEST_REFUSED = 64 << 20;

  private final Staging staging;
  private final int index;
  private final TextFormat format;
  private final RawWriter writer;

  CsvLoad(Staging staging, int index, TextFormat format, RawWriter writer) {
    this.staging = staging;
    this.index = index;
    this.format = format;
    this.writer = writer;
  }

  /// Whether the database's reader takes a file written like this.
  static boolean takes(TextFormat format) {
    return format.shape() == TextFormat.Shape.DELIMITED
        && format.delimiter().length() == 1
        && format.columns() > 1;
  }

  /// @param names of the columns, as the first row or their positions have them
  /// @return false when a line is too long for it, or too many are refused: then it left nothing,
  ///   and the file is to be read row by row
  boolean load(Path file, String[] names) throws BadFile {
    List<String> columns = writer.named(names);
    int width = names.length;
    String all =
        IntStream.range(0, width)
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    String wanted =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "nullif(trim(c" + i + "), '') AS c" + i)
            .collect(Collectors.joining(", "));
    staging.run(
        "CREATE TABLE data_%d AS SELECT %s FROM read_csv(%s, auto_detect = false, delim = %s, quote = %s, escape = %s, header = %s, columns = %s, nullstr = %s, strict_mode = true, store_rejects = true, rejects_table = 'rejects_%d', rejects_scan = 'scans_%d', max_line_size = %d)"
            .formatted(
                index,
                wanted,
                Staging.quoted(file),
                FileColumns.quote(format.delimiter()),
                format.quote() == 0 ? "''" : FileColumns.quote("" + format.quote()),
                format.quote() == 0 ? "''" : FileColumns.quote("" + format.quote()),
                format.header(),
                all,
                NOTHING,
                index,
                index,
                LONGEST_LINE));
    String refused = "SELECT count(*) FROM rejects_" + index;
    if (staging.number(refused + " WHERE error_type = 'LINE SIZE OVER MAXIMUM'") > 0
        || staging.number(refused) > MOST_REFUSED
        || staging.number("SELECT coalesce(sum(strlen(csv_line)), 0) FROM rejects_" + index)
            > LONGEST_REFUSED) {
      staging.run("DROP TABLE data_" + index);
      return false;
    }
    number(columns.size());
    return true;
  }

  /// Rows are numbered as they stand in the file, the header and refused ones included.
  private void number(int width) {
    long first = format.header() ? 2 : 1;
    String cells =
        IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    List<CsvRescue.Stretch> stretches = refused(first, width);
    writer.counted(staging.number("SELECT count(*) FROM data_" + index));
    if (stretches.isEmpty()) {
      staging.run(
          "CREATE VIEW raw_%1$d AS SELECT rowid + %2$d AS row, %3$s FROM data_%1$d"
              .formatted(index, first, cells));
      return;
    }
    staging.run("CREATE TABLE refused_" + index + "(before BIGINT, number BIGINT)");
    long number = 0;
    try (Scratch.Filler filler = staging.filler("refused_" + index)) {
      for (CsvRescue.Stretch stretch : stretches) {
        number += stretch.rows().size();
        filler.row(stretch.before(), number);
      }
    }
    staging.run(
        "CREATE TABLE raw_%1$d AS SELECT CAST(d.n + %2$d + coalesce(r.number, 0) AS BIGINT) AS row, %3$s FROM (SELECT rowid AS n, * FROM data_%1$d) d ASOF LEFT JOIN refused_%1$d r ON d.n >= r.before"
            .formatted(index, first, cells));
    staging.run("DROP TABLE data_" + index);
    rescue(stretches, first);
  }

  private List<CsvRescue.Stretch> refused(long first, int width) {
    List<CsvRescue.Refused> refused = new ArrayList<>();
    staging.each(
        "SELECT line, any_value(csv_line) AS text, bool_or(error_type = 'INVALID ENCODING') AS"
            + " letters FROM rejects_"
            + index
            + " GROUP BY line ORDER BY line",
        r ->
            refused.add(
                new CsvRescue.Refused(
                    r.longValue("line"), r.optString("text").orElse(""), r.bool("letters"))));
    return new CsvRescue(format, width).stretches(refused, first);
  }

  private void rescue(List<CsvRescue.Stretch> stretches, long first) {
    writer.append("raw_" + index);
    long earlier = 0;
    for (CsvRescue.Stretch stretch : stretches) {
      for (CsvRescue.Found found : stretch.rows()) {
        long number = first + stretch.before() + earlier++;
        if (found.reason().isPresent()) {
          writer.broken(number, found.reason().get(), found.text(), found.text());
        } else {
          writer.row(number, found.fields().toArray(String[]::new), found.text());
        }
      }
    }
  }

  /// The first row, or numbers in its place.
  static String[] names(Path file, TextFormat format) throws IOException {
    String[] names = TableReader.numbered(format.columns());
    if (format.header()) {
      try (CsvReader<CsvRecord> reader =
          Delimiters.csv(format.delimiter(), format.quote()).ofCsvRecord(file)) {
        var records = reader.iterator();
        names = records.hasNext() ? records.next().getFields().toArray(String[]::new) : names;
      }
    }
    return names;
  }
}
