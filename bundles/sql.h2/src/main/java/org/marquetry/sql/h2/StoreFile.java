package org.marquetry.sql.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;
import org.marquetry.sql.api.SqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open file and its connections. Transactions share it; a compaction or a migration has it
/// alone. When H2 closes the file after an error, the next transaction opens it again.
final class StoreFile implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreFile.class);
  private static final String OWNER = "marquetry";

  /// `retry:` reopens the file when a thread was interrupted while it wrote. `LOB_TIMEOUT=0`: a
  /// deleted large value may go at once. No trace file: it would hold values. A second of retention
  /// is enough, since each write is on disk when it returns; H2's 45 s make the file grow by 11 KB
  /// a commit.
  private static final String SETTINGS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;DATABASE_TO_LOWER=TRUE"
          + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH;DEFAULT_LOCK_TIMEOUT=5000"
          + ";LOB_TIMEOUT=0;RETENTION_TIME=1000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE=8192";

  private final Path folder;
  private final Path file;
  private final String url;
  private final Driver driver = new Driver();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Lock writer = new ReentrantLock(true);
  private final Map<String, Connections> pools = new ConcurrentHashMap<>();
  private @Nullable Connection owner;
  private boolean closed;

  /// Work with a connection.
  interface Use<T> {
    T with(Connection connection) throws SQLException;
  }

  /// @param folder made when absent
  StoreFile(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made: " + e.getMessage(), e);
    }
    if (folder.toString().contains(";")) {
      throw new IllegalArgumentException("the home's path must not hold a semicolon: " + folder);
    }
    this.folder = folder.toAbsolutePath();
    this.file = this.folder.resolve("store.mv.db");
    this.url = "jdbc:h2:retry:" + SyncedFile.SCHEME + ":" + this.folder.resolve("store");
    try {
      open();
    } catch (SQLException e) {
      SyncedFile.leftBy(this);
      throw Failures.of(e, file.toString());
    }
  }

  Path file() {
    return file;
  }

  Path folder() {
    return folder;
  }

  /// Held by the transaction that writes. H2 stores its maps (rows, keys, undo log) one after the
  /// other; a change by another thread meanwhile can reach the disk in part, and a kill shows it.
  Lock writer() {
    return writer;
  }

  private Connection open() throws SQLException {
    pools.clear();
    SyncedFile.usedBy(this);
    Connection opened = connect(OWNER, "", SETTINGS);
    owner = opened;
    return opened;
  }

  private Connection connect(String user, String password, String settings) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    Connection connection = driver.connect(url + settings, login);
    if (connection == null) {
      throw new SQLException("H2 does not take the address of " + file);
    }
    return connection;
  }

  private boolean isOpen() throws SQLException {
    return owner != null && !owner.isClosed();
  }

  /// Ask it something, beside transactions.
  ///
  /// @return whether it answers; `true` while it is compacted
  boolean answers() {
    if (!lock.readLock().tryLock()) {
      return true;
    }
    try {
      if (closed || owner == null || owner.isClosed()) {
        return false;
      }
      try (Statement statement = owner.createStatement()) {
        return statement.execute("SELECT 1");
      }
    } catch (SQLException e) {
      return false;
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Run with a connection of a schema's user, beside others.
  <T> T shared(String schema, String password, Use<T> use) {
    enter(schema);
    boolean interrupted = Thread.interrupted(); // it would make H2 reopen its file
    try {
      Connections pool =
          pools.computeIfAbsent(schema, s -> new Connections(() -> connection(s, password)));
      Connection connection = pool.take();
      try {
        return use.with(connection);
      } finally {
        pool.give(connection);
      }
    } catch (SQLException e) {
      throw Failures.of(e, schema);
    } finally {
      lock.readLock().unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Connection connection(String schema, String password) throws SQLException {
    Connection connection = connect(schema, password, ";SCHEMA=" + schema);
    connection.setAutoCommit(false);
    return connection;
  }

  private void enter(String schema) {
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          schema + ": a transaction was begun inside a transaction; pass the session on instead");
    }
    lock.readLock().lock();
    try {
      if (!closed && isOpen()) {
        return;
      }
    } catch (SQLException e) {
      log.warn("The operational store does not say whether it is open", e);
    }
    lock.readLock().unlock();
    alone(schema, c -> true);
    lock.readLock().lock();
  }

  /// Run with the owner's connection, alone; opens the file again when H2 closed it.
  <T> T alone(String what, Use<T> use) {
    lock.writeLock().lock();
    try {
      if (closed) {
        throw new SqlException(what + ": the operational store is closed; the suite is stopping");
      }
      if (!isOpen()) {
        log.warn("The operational store was closed after an error; it is opened again");
        open();
      }
      if (owner == null) {
        throw new SqlException(what + ": the operational store did not open");
      }
      return use.with(owner);
    } catch (SQLException e) {
      throw Failures.of(e, what);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Write the file anew without what was deleted.
  void compact() {
    alone(
        "compacting the operational store",
        c -> {
          try (Statement statement = c.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
          } finally {
            open();
          }
          return true;
        });
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      if (isOpen() && owner != null) {
        try (Statement statement = owner.createStatement()) {
          statement.execute("SHUTDOWN");
        }
      }
    } catch (SQLException e) {
      log.warn(
          "The operational store did not close cleanly; it repairs itself at the next start", e);
    } finally {
      SyncedFile.leftBy(this);
      lock.writeLock().unlock();
    }
  }
}
