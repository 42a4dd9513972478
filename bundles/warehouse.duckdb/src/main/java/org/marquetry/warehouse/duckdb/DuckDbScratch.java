package org.marquetry.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.marquetry.warehouse.api.RowConsumer;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.api.WarehouseException;

/// A database in memory that is attached to the warehouse's; what does not fit spills to the disk
/// beside it.
final class DuckDbScratch implements Scratch, Sql.Watch {
  private final Database.Lease lease;
  private final String name;
  private final Path folder;
  private volatile boolean cancelled;
  private volatile @Nullable Statement running;

  DuckDbScratch(Database.Lease lease, String name, Path folder) throws SQLException, IOException {
    this.lease = lease;
    this.name = name;
    this.folder = folder;
    Files.createDirectories(folder);
    Database.execute(lease.connection(), "ATTACH ':memory:' AS " + name);
    Database.execute(lease.connection(), "USE " + name);
  }

  /// The catalog.
  String name() {
    return name;
  }

  /// Catalog and schema.
  String schema() {
    return name + ".main";
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void run(String sql) {
    statement(sql, Statement::execute);
  }

  @Override
  public void scan(String sql, RowConsumer consumer) {
    statement(
        sql,
        (s, text) -> {
          try (ResultSet result = s.executeQuery(text)) {
            ResultRow row = new ResultRow(result);
            while (result.next()) {
              consumer.accept(row);
            }
          }
          return true;
        });
  }

  private interface Work {
    boolean on(Statement statement, String sql) throws SQLException;
  }

  private void statement(String sql, Work work) {
    try (Statement s = lease.connection().createStatement()) {
      begins(s);
      work.on(s, sql);
    } catch (SQLException e) {
      if (cancelled) {
        throw stopped();
      }
      throw new WarehouseException(Database.reason(e) + ", in: " + SelectOnly.head(sql), e);
    } finally {
      ends();
    }
  }

  @Override
  public void begins(Statement statement) {
    running = statement;
    stopWhenCancelled();
  }

  @Override
  public void ends() {
    running = null;
  }

  boolean isCancelled() {
    return cancelled;
  }

  private void stopWhenCancelled() {
    if (cancelled) {
      throw stopped();
    }
  }

  static CancellationException stopped() {
    return new CancellationException("import cancelled, nothing was loaded");
  }

  @Override
  public Filler fill(String table) {
    try {
      DuckDBConnection connection = (DuckDBConnection) lease.connection();
      return new Appending(connection.createAppender(name, "main", table));
    } catch (SQLException e) {
      throw new WarehouseException(Database.reason(e), e);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    Statement s = running;
    try {
      if (s != null) {
        s.cancel();
      }
    } catch (SQLException e) {
      throw new WarehouseException(Database.reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      try (lease) {
        Database.execute(lease.connection(), "USE " + Database.NAME);
        Database.execute(lease.connection(), "DETACH " + name);
      }
      delete(folder);
    } catch (SQLException | IOException e) {
      throw new WarehouseException("the scratch was not let go: " + Database.reason(e), e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(p);
        }
      }
    }
  }

  /// Rows in bulk.
  private final class Appending implements Filler {
    private static final int CHECK = 10_000;

    private final DuckDBAppender appender;
    private int rows;

    Appending(DuckDBAppender appender) {
      this.appender = appender;
    }

    @Override
    public void row(@Nullable Object... values) {
      if (++rows % CHECK == 0) {
        stopWhenCancelled();
      }
      try {
        appender.beginRow();
        for (Object value : values) {
          append(value);
        }
        appender.endRow();
      } catch (SQLException e) {
        throw new WarehouseException(Database.reason(e), e);
      }
    }

    private void append(@Nullable Object value) throws SQLException {
      switch (value) {
        case null -> appender.appendNull();
        case String s -> appender.append(s);
        case Long n -> appender.append(n.longValue());
        case Integer n -> appender.append(n.intValue());
        case Double n -> appender.append(n.doubleValue());
        default ->
            throw new WarehouseException(
                "a scratch takes text and numbers, got " + value.getClass().getName());
      }
    }

    @Override
    public void close() {
      try {
        appender.close();
      } catch (SQLException e) {
        throw new WarehouseException(Database.reason(e), e);
      }
    }
  }
}
