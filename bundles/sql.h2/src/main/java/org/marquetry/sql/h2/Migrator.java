package org.marquetry.sql.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marquetry.sql.api.SqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a schema to its newest form.
///
/// H2 commits after each statement that changes a table. So a copy of the schema is written beside
/// before a migration and put back when it fails, or at the next start when the suite was killed
/// meanwhile. The copy is deleted when the migration is noted as done.
final class Migrator {
  private static final Logger log = LoggerFactory.getLogger(Migrator.class);

  private final Connection connection;
  private final String schema;
  private final String bundle;
  private final Path copy;
  private final InstantSource clock;

  Migrator(Connection connection, String schema, String bundle, Path folder, InstantSource clock) {
    this.connection = connection;
    this.schema = schema;
    this.bundle = bundle;
    this.copy = folder.resolve(schema + ".before.sql");
    this.clock = clock;
  }

  void bring(List<Migration> known) throws SQLException {
    run("CREATE SCHEMA IF NOT EXISTS marquetry");
    run(
        """
        CREATE TABLE IF NOT EXISTS marquetry.migrations (
          schema_name VARCHAR(200) NOT NULL, number INTEGER NOT NULL, name VARCHAR(200) NOT NULL,
          checksum BIGINT NOT NULL, done_at TIMESTAMP WITH TIME ZONE NOT NULL,
          PRIMARY KEY (schema_name, number))\
        """);
    if (Files.exists(copy)) {
      log.warn("{}: a migration was cut off; the schema is put back as it was before it", bundle);
      putBack();
    }
    SortedMap<Integer, Long> done = done();
    if (done.isEmpty()) {
      run("DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE"); // what a cut off first one left
      run("CREATE SCHEMA \"" + schema + "\"");
    }
    check(known, done);
    for (Migration migration : known) {
      if (!done.containsKey(migration.number())) {
        migrate(migration);
      }
    }
  }

  private void check(List<Migration> known, SortedMap<Integer, Long> done) {
    for (Migration migration : known) {
      Long checksum = done.get(migration.number());
      if (checksum != null && checksum != migration.checksum()) {
        throw new SqlException(
            bundle
                + ": the migration "
                + migration.name()
                + " was changed after it had run here; put its old text back and write the change as the next number");
      }
    }
    if (!done.isEmpty() && done.lastKey() > known.size()) {
      log.info(
          "{}: its data has form {}, the code knows {}; it is read as it is",
          bundle,
          done.lastKey(),
          known.size());
    }
  }

  private void migrate(Migration migration) throws SQLException {
    boolean first = migration.number() == 1;
    if (!first) {
      writeCopy();
    }
    try {
      run("SET SCHEMA \"" + schema + "\"");
      for (String statement : migration.statements()) {
        run(statement);
      }
      note(migration);
    } catch (SQLException e) {
      failed(first);
      throw new SqlException(
          bundle
              + ": the migration "
              + migration.name()
              + " failed: "
              + e.getMessage()
              + "; the data is as it was before; install the bundle's version of before, or a corrected one",
          e);
    } finally {
      run("SET SCHEMA public");
    }
    delete(copy);
    log.debug("{}: migration {} done", bundle, migration.name());
  }

  private void failed(boolean first) throws SQLException {
    connection.rollback();
    run("SET SCHEMA public");
    if (first) {
      run("DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE");
    } else {
      putBack();
    }
  }

  private void note(Migration migration) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO marquetry.migrations VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, schema);
      insert.setInt(2, migration.number());
      insert.setString(3, migration.name());
      insert.setLong(4, migration.checksum());
      insert.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private SortedMap<Integer, Long> done() throws SQLException {
    SortedMap<Integer, Long> done = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, checksum FROM marquetry.migrations WHERE schema_name = ?")) {
      select.setString(1, schema);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          done.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    return done;
  }

  private void writeCopy() throws SQLException {
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".new");
    delete(unfinished);
    run("SCRIPT NOPASSWORDS NOSETTINGS TO " + quoted(unfinished) + " SCHEMA \"" + schema + "\"");
    try {
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(copy + " cannot be written: " + e.getMessage(), e);
    }
  }

  /// The copy holds the schema with its rows; which migrations it has is told by how it was noted.
  private void putBack() throws SQLException {
    run("DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE");
    run("RUNSCRIPT FROM " + quoted(copy));
    delete(copy);
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
