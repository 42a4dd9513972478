package org.marquetry.data.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.marquetry.data.intake.TextFormat.Shape;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;

/// Brings one file into the staging database.
final class FileLoad {
  private final Staging staging;
  private final Findings findings;
  private final Progress progress;
  private final boolean inOnePass;

  /// @param inOnePass a settled file is read when its rows are typed
  FileLoad(Staging staging, Findings findings, Progress progress, boolean inOnePass) {
    this.staging = staging;
    this.findings = findings;
    this.progress = progress;
    this.inOnePass = inOnePass;
  }

  RawTable load(SourceFile file, int index, Mapping.FileRule rule) throws IOException, BadFile {
    TextFormat format = Sniffer.sniff(file, rule);
    RawTable table =
        format.shape() == Shape.PARQUET
            ? parquet(file, index, format)
            : CsvRows.takes(format)
                ? delimited(file, index, format, rule)
                : rowByRow(file, index, format, rule, "raw_" + index);
    if (table.count() == 0) {
      throw new BadFile(
          new Words("文件中没有数据行", "the file has no row"),
          new Words("请略去，或重新导出", "leave it out or export it again"));
    }
    return table;
  }

  /// Whether a file's columns are known: only how they are written is open then.
  static boolean settled(Mapping.FileRule rule, List<String> columns) {
    return rule.columns().size() >= columns.size();
  }

  private RawTable rowByRow(
      SourceFile file, int index, TextFormat format, Mapping.FileRule rule, String table)
      throws IOException, BadFile {
    try (RawWriter writer =
        new RawWriter(staging, index, file.name(), findings, table, RowNumbers.SAME)) {
      if (format.shape() == Shape.XLSX) {
        spreadsheet(file, rule, writer);
      } else {
        TableReader.of(format.shape()).read(() -> reader(file, format), format, writer);
      }
      return writer.table(file, format);
    }
  }

  /// A settled file is read when its rows are typed; else all of it is brought in now, to be looked
  /// at as a whole.
  private RawTable delimited(SourceFile file, int index, TextFormat format, Mapping.FileRule rule)
      throws IOException, BadFile {
    Path place = place(file, format);
    String[] given = FileSample.names(place, format);
    List<String> columns = RawWriter.names(given);
    CsvRows rows =
        new CsvRows(
            staging,
            index,
            place,
            format,
            FileLook.at(place, format),
            new CsvRows.Names(file.name(), List.of(given), columns),
            findings,
            () -> (StoredRows) rowByRow(file, index, format, rule, "slow_" + index).rows());
    if (inOnePass
        && rule.role().filter(r -> r != Role.OTHER).isPresent()
        && settled(rule, columns)) {
      List<String[]> sample = FileSample.of(place, format, columns.size());
      if (!sample.isEmpty()) {
        return new RawTable(index, file, format, columns, sample.size(), sample, rows, rows.look());
      }
    }
    try {
      return stored(file, index, format, columns, rows);
    } finally {
      Files.deleteIfExists(place);
    }
  }

  private RawTable stored(
      SourceFile file, int index, TextFormat format, List<String> columns, CsvRows rows)
      throws IOException, BadFile {
    String cells = Staging.cells("c%1$d", columns.size());
    String raw = "raw_" + index;
    rows.into("data_" + index, cells, cells);
    staging.run(
        "CREATE VIEW %s AS SELECT %s AS row, %s FROM data_%d"
            .formatted(raw, rows.place(), cells, index));
    long count =
        staging.number(
            "SELECT (SELECT count(*) FROM %s) + (SELECT count(*) FROM broken WHERE file = %d)"
                .formatted(raw, index));
    List<String[]> sample = staging.sample(raw, columns.size());
    return new RawTable(
        index,
        file,
        format,
        columns,
        count,
        sample,
        new StoredRows(staging, raw, columns.size(), rows.numbers()),
        rows.look());
  }

  private void spreadsheet(SourceFile file, Mapping.FileRule rule, RawWriter writer)
      throws IOException, BadFile {
    Path place = staging.place(".xlsx"); // an archive is read from here and there
    try (InputStream in = file.open()) {
      staging.copy(in, place);
      new XlsxReader().read(place, rule.header(), writer);
    } finally {
      Files.deleteIfExists(place);
    }
  }

  /// The file, unpacked and in UTF-8, where SQL may read it.
  private Path place(SourceFile file, TextFormat format) throws IOException {
    boolean utf8 = format.charset().equals(StandardCharsets.UTF_8);
    if (utf8 && !format.gzip()) {
      return staging.bring(file.path(), ".csv");
    }
    Path place = staging.place(".csv");
    if (utf8) {
      try (InputStream in = file.open()) {
        staging.copy(in, place);
      }
      return place;
    }
    try (Reader in = reader(file, format);
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(staging.open(place), StandardCharsets.UTF_8))) {
      in.transferTo(out);
    }
    return place;
  }

  /// Letters that the encoding does not know become U+FFFD, and their rows are bad.
  private Reader reader(SourceFile file, TextFormat format) throws IOException {
    InputStream in = file.open();
    Reader reader =
        new InputStreamReader(
            in,
            format
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    return new java.io.FilterReader(reader) {
      private long calls;

      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        if (++calls % 64 == 0 && progress.cancelled()) {
          throw new CancellationException("import cancelled, nothing was loaded");
        }
        int n = super.read(buffer, offset, length);
        if (calls == 1 && n > 0 && buffer[offset] == '\uFEFF') {
          buffer[offset] = ' '; // the mark is no part of the first name
        }
        return n;
      }
    };
  }

  private RawTable parquet(SourceFile file, int index, TextFormat format)
      throws IOException, BadFile {
    Path path = staging.place(".parquet");
    try (InputStream in = file.open()) {
      staging.copy(in, path);
    }
    try {
      List<String> names = staging.parquet(index, path);
      String raw = "raw_" + index;
      return new RawTable(
          index,
          file,
          format,
          names,
          staging.number("SELECT count(*) FROM " + raw),
          staging.sample(raw, names.size()),
          new StoredRows(staging, raw, names.size(), RowNumbers.SAME),
          FileLook.UNKNOWN);
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
