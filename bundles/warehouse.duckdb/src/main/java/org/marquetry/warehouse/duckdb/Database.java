package org.marquetry.warehouse.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.marquetry.warehouse.api.WarehouseException;

/// The database file and its schema: opened once, connections are copies of the first one.
final class Database implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final List<String> FRESH_ENDS = List.of("", ".wal", ".wal.checkpoint");

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(); // write: no connection

  /// The name of the database, after its file.
  static final String NAME = "warehouse";

  private final AtomicInteger scratches = new AtomicInteger();
  private final Path scratchFolder;
  private final Path file;
  private final Path fresh;
  private final Limits limits;
  private DuckDBConnection first;

  /// A connection that is given back in the thread that took it.
  record Lease(Connection connection, Lock held) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        held.unlock();
      }
    }
  }

  Database(Path folder, Limits limits) {
    this.limits = limits;
    file = folder.resolve("warehouse.duckdb");
    fresh = folder.resolve("fresh.duckdb");
    scratchFolder = folder.resolve("scratch");
    try {
      Files.createDirectories(folder);
      deleteFresh();
      DuckDbScratch.delete(scratchFolder); // of a process that was killed
      DuckDbScratch.delete(file.resolveSibling(file.getFileName() + ".tmp"));
      first = open();
      migrate();
      Former.follow(first);
      publish();
    } catch (IOException | SQLException e) {
      throw new WarehouseException(
          "the warehouse "
              + file
              + " cannot be opened ("
              + reason(e)
              + "); is another process using this home?",
          e);
    }
  }

  private DuckDBConnection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", limits.memoryMb() + "MB");
    settings.setProperty("threads", Integer.toString(limits.threads()));
    settings.setProperty("checkpoint_threshold", "128MB"); // each rewrites what is not full yet
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allowed_paths", freshFiles()); // compact() writes there
    settings.setProperty("allowed_directories", "['" + quoted(scratchFolder) + "/']"); // imports
    settings.setProperty("enable_external_access", "false"); // no query reads or writes a file
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("lock_configuration", "true");
    return (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
  }

  /// Forward only: script N brings the schema from N - 1 to N, in one transaction.
  private void migrate() throws SQLException {
    try (Statement s = first.createStatement()) {
      s.execute("CREATE TABLE IF NOT EXISTS main.migrations(number INTEGER NOT NULL)");
    }
    int done = version();
    for (int n = done + 1; Database.class.getResource(name(n)) != null; n++) {
      first.setAutoCommit(false);
      for (String sql : script(name(n))) {
        execute(first, sql);
      }
      execute(first, "INSERT INTO main.migrations VALUES (" + n + ")");
      first.commit();
      first.setAutoCommit(true);
    }
  }

  /// Views hold no data: they are those of this version, whichever one ran before.
  private void publish() throws SQLException {
    first.setAutoCommit(false);
    for (String sql : script("views.sql")) {
      execute(first, sql);
    }
    first.commit();
    first.setAutoCommit(true);
  }

  private int version() throws SQLException {
    try (Statement s = first.createStatement();
        ResultSet r = s.executeQuery("SELECT coalesce(max(number), 0) FROM main.migrations")) {
      r.next();
      return r.getInt(1);
    }
  }

  private static String name(int number) {
    return "%03d.sql".formatted(number);
  }

  /// The statements of a script in this package; no statement holds a semicolon inside.
  static List<String> script(String name) {
    try (InputStream in = Database.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      List<String> statements = new ArrayList<>();
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
      for (String sql : text.split(";", -1)) {
        if (!sql.isBlank()) {
          statements.add(sql.strip());
        }
      }
      return statements;
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource " + name, e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute(sql);
    }
  }

  /// The first line of the database's message: the rest repeats the query.
  static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end).strip();
  }

  /// Roll back after a failure. After a full disk the database has done so itself and says that
  /// there is nothing to roll back: the failure is what counts.
  static void undo(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  Lease connect() throws SQLException {
    Lock held = lock.readLock();
    held.lock();
    try {
      return new Lease(first.duplicate(), held);
    } catch (SQLException | RuntimeException e) {
      held.unlock();
      throw e;
    }
  }

  DuckDbScratch scratch() throws SQLException, IOException {
    String name = "scratch_" + scratches.incrementAndGet();
    Lease lease = connect();
    try {
      return new DuckDbScratch(lease, name, scratchFolder.resolve(name));
    } catch (SQLException | IOException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /// Write everything into a new file that takes the old one's place, so that nothing of deleted
  /// rows is left in free blocks. Queries go on meanwhile and wait only while the files change
  /// places; nothing may be loaded.
  void compact() throws SQLException, IOException {
    deleteFresh();
    try (Lease lease = connect()) {
      Connection c = lease.connection();
      execute(c, "ATTACH '" + quoted(fresh) + "' AS fresh");
      try {
        execute(c, "COPY FROM DATABASE warehouse TO fresh");
        execute(c, "CHECKPOINT fresh");
      } finally {
        execute(c, "DETACH fresh");
      }
    }
    Lock alone = alone();
    try {
      first.close();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    } finally {
      try {
        first = open();
      } finally {
        alone.unlock();
      }
    }
  }

  /// Wait until no connection is in use; a query may be long, so not for ever.
  private Lock alone() throws SQLException {
    Lock alone = lock.writeLock();
    try {
      if (!alone.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLException("a query ran longer than " + PATIENCE_SECONDS + " s; try again");
      }
      return alone;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while it waited for queries to end", e);
    }
  }

  private void deleteFresh() throws IOException {
    for (String end : FRESH_ENDS) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + end));
    }
  }

  private String freshFiles() {
    return FRESH_ENDS.stream()
        .map(end -> "'" + quoted(fresh) + end + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  @Override
  public void close() {
    try {
      first.close();
    } catch (SQLException e) {
      throw new WarehouseException("the warehouse " + file + " did not close: " + reason(e), e);
    }
  }
}
