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

/// Brings one file into the staging database.
final class FileLoad {
  private final Staging staging;
  private final Findings findings;
  private final Progress progress;

  FileLoad(Staging staging, Findings findings, Progress progress) {
    this.staging = staging;
    this.findings = findings;
    this.progress = progress;
  }

  RawTable load(SourceFile file, int index, Mapping.FileRule rule) throws IOException, BadFile {
    TextFormat format = Sniffer.sniff(file, rule);
    if (format.shape() == Shape.PARQUET) {
      return parquet(file, index, format);
    }
    RawTable table;
    try (RawWriter writer = new RawWriter(staging, index, file.name(), findings)) {
      if (format.shape() == Shape.XLSX) {
        spreadsheet(file, rule, writer);
      } else if (!CsvLoad.takes(format) || !inBulk(file, index, format, writer)) {
        TableReader.of(format.shape()).read(() -> reader(file, format), format, writer);
      }
      table = writer.table(file, format);
    }
    if (table.rows() == 0) {
      throw new BadFile("the file has no row", "leave it out or export it again");
    }
    return table;
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

  private boolean inBulk(SourceFile file, int index, TextFormat format, RawWriter writer)
      throws IOException, BadFile {
    Path place = place(file, format);
    try {
      return new CsvLoad(staging, index, format, writer).load(place, CsvLoad.names(place, format));
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
      long rows = staging.number("SELECT count(*) FROM raw_" + index);
      if (rows == 0) {
        throw new BadFile("the file has no row", "leave it out or export it again");
      }
      return new RawTable(
          index, file, format, names, true, rows, staging.sample(index, names.size()));
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
