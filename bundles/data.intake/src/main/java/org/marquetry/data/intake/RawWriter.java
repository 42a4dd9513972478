package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.Scratch;

/// Writes the rows of one file into its raw table, and those that cannot stand there into the
/// quarantine.
final class RawWriter implements RowSink, AutoCloseable {
  private static final int LONGEST_FIELD = 1_000_000;
  private static final int LONGEST_TEXT = 1 << 20;

  private final Staging staging;
  private final int index;
  private final String file;
  private final Findings findings;
  private final String table;
  private final RowNumbers numbers;
  private List<String> names = List.of();
  private Scratch.@Nullable Filler rows;
  private Scratch.@Nullable Filler quarantine;
  private Scratch.@Nullable Filler broken;
  private long count;

  /// @param table that will be made
  /// @param numbers of the rows' places
  RawWriter(
      Staging staging,
      int index,
      String file,
      Findings findings,
      String table,
      RowNumbers numbers) {
    this.staging = staging;
    this.index = index;
    this.file = file;
    this.findings = findings;
    this.table = table;
    this.numbers = numbers;
  }

  @Override
  public void columns(String[] given) throws BadFile {
    names = names(given);
    rows = staging.rawTable(table, names.size());
  }

  /// The names of the columns that count.
  static List<String> names(String[] given) throws BadFile {
    if (given.length > Sniffer.MOST_COLUMNS) {
      throw Sniffer.tooManyColumns(given.length);
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
    return List.copyOf(all);
  }

  @Override
  public void row(long number, @Nullable String[] fields) {
    row(number, fields, "");
  }

  /// @param text how the row stands in the file, empty when the fields tell it
  void row(long number, @Nullable String[] fields, String text) {
    int width = names.size();
    boolean surplus = false;
    for (int i = width; i < fields.length; i++) {
      surplus |= Values.orNull(fields[i]) != null;
    }
    if (surplus || fields.length < width) {
      String value = fields.length + " fields, not " + width;
      broken(number, Reason.WRONG_FIELD_COUNT, value, text.isEmpty() ? line(fields) : text);
      return;
    }
    @Nullable Object[] values = new @Nullable Object[width + 1];
    values[0] = number;
    for (int i = 0; i < width; i++) {
      String value = Values.orNull(fields[i]);
      if (value != null && (value.length() > LONGEST_FIELD || value.indexOf('\uFFFD') >= 0)) {
        boolean letters = value.length() <= LONGEST_FIELD;
        Reason reason = letters ? Reason.WRONG_LETTERS : Reason.FIELD_TOO_LONG;
        bad(
            number,
            reason,
            names.get(i),
            letters ? value : value.length() + " characters",
            line(fields));
        return;
      }
      values[i + 1] = value;
    }
    count++;
    Objects.requireNonNull(rows, "columns come first").row(values);
  }

  private static String line(@Nullable String[] fields) {
    List<String> texts = new ArrayList<>();
    for (String field : fields) {
      texts.add(field == null ? "" : field);
    }
    return ErrorFile.line(texts);
  }

  @Override
  public void bad(long number, Reason reason, String value) {
    broken(number, reason, value, value);
  }

  /// A row that cannot be taken apart.
  void broken(long number, Reason reason, String value, String text) {
    bad(number, reason, "", value, text);
  }

  private void bad(long number, Reason reason, String column, String value, String text) {
    count++;
    findings.add(file, reason, column, numbers.of(number), value);
    if (quarantine == null || broken == null) {
      quarantine = staging.filler("quarantine");
      broken = staging.filler("broken");
    }
    quarantine.row(index, number, column, reason.code(), head(value, Quarantine.SHOWN));
    broken.row(index, number, head(text, LONGEST_TEXT));
  }

  private static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /// Write what is buffered, and describe the table.
  RawTable table(SourceFile source, TextFormat format) {
    close();
    return new RawTable(
        index,
        source,
        format,
        names,
        count,
        staging.sample(table, names.size()),
        new StoredRows(staging, table, names.size(), numbers),
        FileLook.UNKNOWN);
  }

  @Override
  public void close() {
    for (Scratch.Filler filler : java.util.Arrays.asList(rows, quarantine, broken)) {
      if (filler != null) {
        filler.close();
      }
    }
    rows = null;
    quarantine = null;
    broken = null;
  }
}
