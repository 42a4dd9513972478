package org.marquetry.data.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
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
      TableReader.of(format.shape()).read(() -> reader(file, format), format, writer);
      table = writer.table(file, format);
    } catch (SQLException e) {
      throw new StagingFailed(e);
    }
    if (table.rows() == 0) {
      throw new BadFile("the file has no row", "leave it out or export it again");
    }
    return table;
  }

  /// Letters that the encoding does not know become U+FFFD and are counted.
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
    Path path = file.path();
    Path unpacked = null;
    try {
      if (format.gzip()) {
        unpacked = Files.createTempFile("marquetry-intake", ".parquet");
        try (InputStream in = file.open()) {
          Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        path = unpacked;
      }
      List<String> names = staging.parquet(index, path);
      long rows = staging.number("SELECT count(*) FROM raw_" + index);
      if (rows == 0) {
        throw new BadFile("the file has no row", "leave it out or export it again");
      }
      return new RawTable(
          index, file, format, names, true, rows, staging.sample(index, names.size()));
    } finally {
      if (unpacked != null) {
        Files.deleteIfExists(unpacked);
      }
    }
  }
}
