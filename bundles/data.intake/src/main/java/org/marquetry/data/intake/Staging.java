package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scratch database of one import, in a temporary folder that goes with it. It spills to the
/// disk, so files may be larger than memory. Only SQL of this bundle runs here. For one thread.
final class Staging implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Staging.class);

  private final Path folder;
  private final DuckDBConnection connection;

  Staging() throws IOException {
    folder = Files.createTempDirectory("marquetry-intake");
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("threads", "2");
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("jdbc_stream_results", "true");
    try {
      connection =
          (DuckDBConnection)
              new DuckDBDriver()
                  .connect("jdbc:duckdb:" + folder.resolve("intake.duckdb"), settings);
    } catch (SQLException e) {
      throw new StagingFailed(e);
    }
  }

  DuckDBAppender rawTable(int index, int columns) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE OR REPLACE TABLE raw_" + index + "(row BIGINT");
    for (int i = 0; i < columns; i++) {
      sql.append(", c").append(i).append(" VARCHAR");
    }
    run(sql.append(')').toString());
    return connection.createAppender("main", "raw_" + index);
  }

  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender("main", table);
  }

  /// Runs a statement; values go in place of `?`.
  void run(String sql, Object... args) {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) {
        s.setObject(i + 1, args[i]);
      }
      s.execute();
    } catch (SQLException e) {
      log.debug("failed: {}", sql);
      throw new StagingFailed(e);
    }
  }

  /// Reads one row of a result.
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  void each(String sql, Reader reader) {
    try (Statement s = connection.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        reader.read(r);
      }
    } catch (SQLException e) {
      log.debug("failed: {}", sql);
      throw new StagingFailed(e);
    }
  }

  long number(String sql) {
    long[] value = new long[1];
    each(sql, r -> value[0] = r.getLong(1));
    return value[0];
  }

  /// A raw table from a Parquet file.
  List<String> parquet(int index, Path file) throws BadFile {
    String path = "'" + file.toString().replace("'", "''") + "'";
    List<String> names = new java.util.ArrayList<>();
    try (Statement s = connection.createStatement()) {
      try (ResultSet r = s.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + path + ")")) {
        while (r.next()) {
          names.add(r.getString(1));
        }
      }
      if (names.size() > Sniffer.MOST_COLUMNS) {
        throw new BadFile(
            "more than " + Sniffer.MOST_COLUMNS + " columns", "export the columns that matter");
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
      s.execute(sql + " FROM read_parquet(" + path + ")");
      return names;
    } catch (SQLException e) {
      throw new BadFile(
          "not a readable Parquet file (" + StagingFailed.firstLine(e) + ")", "export it again");
    }
  }

  /// Some rows of a raw table, evenly drawn.
  List<String[]> sample(int index, int columns) {
    long rows = number("SELECT count(*) FROM raw_" + index);
    long step = Math.max(1, rows / 4_000);
    List<String[]> sample = new java.util.ArrayList<>();
    each(
        "SELECT * EXCLUDE (row) FROM raw_" + index + " WHERE row % " + step + " = 0 ORDER BY row",
        r -> {
          String[] row = new String[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = r.getString(i + 1);
          }
          sample.add(row);
        });
    return sample;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StagingFailed(e);
    } finally {
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    } catch (IOException e) {
      log.warn("the temporary folder {} of an import was not removed", folder, e);
    }
  }
}
