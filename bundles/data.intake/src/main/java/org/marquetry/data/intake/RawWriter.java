package org.marquetry.data.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Writes the rows of one file into its raw table and keeps a sample.
final class RawWriter implements RowSink, AutoCloseable {
  private static final int SAMPLE = 4_000;
  private static final int LONGEST_FIELD = 1_000_000;

  private record Sampled(long row, List<@Nullable String> fields) {}

  private final Staging staging;
  private final int index;
  private final String file;
  private final Findings findings;
  private final SplittableRandom random =
      new SplittableRandom(7); // the sample is the same every time
  private final List<Sampled> sample = new ArrayList<>();
  private List<String> names = List.of();
  private @Nullable DuckDBAppender appender;
  private long rows;

  RawWriter(Staging staging, int index, String file, Findings findings) {
    this.staging = staging;
    this.index = index;
    this.file = file;
    this.findings = findings;
  }

  @Override
  public void columns(String[] given) throws BadFile {
    if (given.length > Sniffer.MOST_COLUMNS) {
      throw new BadFile(
          "more than " + Sniffer.MOST_COLUMNS + " columns", "export the columns that matter");
    }
    int length = given.length;
    while (length > 1 && given[length - 1].isBlank()) {
      length--; // lines that end in separators
    }
    List<String> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < length; i++) {
      String name = given[i].replace("\uFEFF", "").strip();
      all.add(!name.isEmpty() && seen.add(name) ? name : "column " + (i + 1));
    }
    names = all;
    try {
      appender = staging.rawTable(index, names.size());
    } catch (SQLException e) {
      throw new StagingFailed(e);
    }
  }

  @Override
  public void row(long number, @Nullable String[] fields) {
    rows++;
    int width = names.size();
    for (int i = width; i < fields.length; i++) {
      if (Values.orNull(fields[i]) != null) {
        bad(number, Reason.WRONG_FIELD_COUNT, fields.length + " fields, not " + width);
        return;
      }
    }
    if (fields.length < width) {
      bad(number, Reason.WRONG_FIELD_COUNT, fields.length + " fields, not " + width);
      return;
    }
    String[] values = new String[width];
    boolean odd = false;
    for (int i = 0; i < width; i++) {
      String value = Values.orNull(fields[i]);
      if (value != null) {
        if (value.length() > LONGEST_FIELD) {
          bad(number, Reason.FIELD_TOO_LONG, names.get(i) + ": " + value.length() + " characters");
          return;
        }
        odd |= value.indexOf('\uFFFD') >= 0;
        values[i] = value;
      }
    }
    if (odd) {
      findings.add(file, Reason.WRONG_LETTERS, "", number, "");
    }
    write(number, values);
    keep(number, values);
  }

  private void write(long number, @Nullable String[] values) {
    try {
      DuckDBAppender a = Objects.requireNonNull(appender, "columns come first");
      a.beginRow();
      a.append(number);
      for (String value : values) {
        if (value == null) {
          a.appendNull();
        } else {
          a.append(value);
        }
      }
      a.endRow();
    } catch (SQLException e) {
      throw new StagingFailed(e);
    }
  }

  private void keep(long number, String[] values) {
    if (sample.size() < SAMPLE) {
      sample.add(new Sampled(number, Arrays.asList(values)));
    } else {
      long place = random.nextLong(rows);
      if (place < SAMPLE) {
        sample.set((int) place, new Sampled(number, Arrays.asList(values)));
      }
    }
  }

  @Override
  public void bad(long number, Reason reason, String value) {
    if (reason == Reason.JSON_MALFORMED) {
      rows++;
    }
    findings.add(file, reason, "", number, value);
  }

  RawTable table(SourceFile source, TextFormat format) {
    List<String[]> drawn =
        sample.stream()
            .sorted(Comparator.comparingLong(Sampled::row))
            .map(s -> s.fields().toArray(String[]::new))
            .toList();
    boolean named = format.header() || names.stream().anyMatch(n -> !n.startsWith("column "));
    return new RawTable(index, source, format, List.copyOf(names), named, rows, drawn);
  }

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      appender.close();
    }
  }
}
