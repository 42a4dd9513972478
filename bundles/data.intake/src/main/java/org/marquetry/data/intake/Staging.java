package org.marquetry.data.intake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchLoader;
import org.marquetry.warehouse.api.BatchReceipt;
import org.marquetry.warehouse.api.RowConsumer;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.api.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scratch of one import. It spills to the disk, so files may be larger than memory. For one
/// thread, but for [#cancel].
final class Staging implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Staging.class);
  static final int SAMPLE = 4_000;

  private final BatchLoader loader;
  private final Scratch scratch;
  private final AtomicInteger files = new AtomicInteger();

  Staging(BatchLoader loader) {
    this.loader = loader;
    try {
      scratch = loader.scratch();
    } catch (WarehouseException e) {
      throw new StagingFailed(e);
    }
    run(Quarantine.TABLE);
  }

  Scratch.Filler rawTable(String table, int columns) {
    run(
        "CREATE OR REPLACE TABLE %s(row BIGINT, %s)"
            .formatted(table, cells("c%1$d VARCHAR", columns)));
    return filler(table);
  }

  /// The columns of a raw table, each in a form, with commas.
  static String cells(String form, int columns) {
    return IntStream.range(0, columns).mapToObj(form::formatted).collect(Collectors.joining(", "));
  }

  Scratch.Filler filler(String table) {
    try {
      return scratch.fill(table);
    } catch (WarehouseException e) {
      throw new StagingFailed(e);
    }
  }

  void run(String sql) {
    try {
      scratch.run(sql);
    } catch (WarehouseException e) {
      log.debug("failed: {}", sql);
      throw new StagingFailed(e);
    }
  }

  void each(String sql, RowConsumer reader) {
    try {
      scratch.scan(sql, reader);
    } catch (WarehouseException e) {
      log.debug("failed: {}", sql);
      throw new StagingFailed(e);
    }
  }

  long number(String sql) {
    long[] value = new long[1];
    each("SELECT (" + sql + ") AS n", r -> value[0] = r.longValue("n"));
    return value[0];
  }

  /// Bring a file to where SQL may read it: a link where the disk is the same, else a copy.
  Path bring(Path file, String ending) throws IOException {
    Path place = place(ending);
    try {
      return Files.createLink(place, file.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      try (InputStream in = Files.newInputStream(file)) {
        copy(in, place);
      }
      return place;
    }
  }

  /// Copy into the scratch. What cannot be read is the fault of the file, what cannot be written
  /// that of the disk.
  ///
  /// @throws StagingFailed if it cannot be written
  void copy(InputStream in, Path place) throws IOException {
    try (OutputStream out = open(place)) {
      in.transferTo(out);
    }
  }

  /// Open a new file of the scratch; what cannot be written is a [StagingFailed].
  OutputStream open(Path place) {
    try {
      return new ScratchFile(Files.newOutputStream(place, StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      throw new StagingFailed(e);
    }
  }

  private static final class ScratchFile extends FilterOutputStream {
    ScratchFile(OutputStream file) {
      super(file);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new StagingFailed(e);
      }
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }

  /// A new file that SQL may read.
  Path place(String ending) {
    return scratch.folder().resolve("file-" + files.incrementAndGet() + ending);
  }

  static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  /// A raw table from a Parquet file.
  List<String> parquet(int index, Path file) throws BadFile {
    String path = quoted(file);
    List<String> names = new ArrayList<>();
    try {
      scratch.scan(
          "DESCRIBE SELECT * FROM read_parquet(" + path + ")",
          r -> names.add(r.string("column_name")));
      if (names.size() > Sniffer.MOST_COLUMNS) {
        throw Sniffer.tooManyColumns(names.size());
      }
      StringBuilder sql =
          new StringBuilder(
              "CREATE OR REPLACE TABLE raw_" + index + " AS SELECT row_number() OVER () AS row");
      for (int i = 0; i < names.size(); i++) {
        String column = "\"" + names.get(i).replace("\"", "\"\"") + "\"";
        sql.append(", nullif(trim(CAST(")
            .append(column)
            .append(" AS VARCHAR)), '') AS c")
            .append(i);
      }
      scratch.run(sql + " FROM read_parquet(" + path + ")");
      return names;
    } catch (WarehouseException e) {
      throw new BadFile(
          new Words(
              "不是可读取的 Parquet 文件（" + StagingFailed.firstLine(e) + "）",
              "not a readable Parquet file (" + StagingFailed.firstLine(e) + ")"),
          new Words("请重新导出", "export it again"));
    }
  }

  /// Some rows of a raw table, evenly drawn.
  List<String[]> sample(String table, int columns) {
    long rows = number("SELECT count(*) FROM " + table);
    long step = Math.max(1, rows / SAMPLE);
    List<String[]> sample = new ArrayList<>();
    each(
        "SELECT * EXCLUDE (n) FROM (SELECT * EXCLUDE (row), row_number() OVER (ORDER BY row) AS n FROM "
            + table
            + ") WHERE n % "
            + step
            + " = 0 ORDER BY n",
        r -> {
          List<@Nullable String> row = new ArrayList<>();
          for (int i = 0; i < columns; i++) {
            row.add(r.optString("c" + i).orElse(null));
          }
          sample.add(row.toArray(String[]::new));
        });
    return sample;
  }

  BatchReceipt load(String batchId) {
    return loader.load(batchId, scratch);
  }

  BatchReceipt check() {
    return loader.check(scratch);
  }

  void cancel() {
    scratch.cancel();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
