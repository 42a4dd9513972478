package org.marquetry.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.marquetry.shop.api.Event;

/// SQLite as one would use it: WAL, `synchronous=FULL`, one transaction an event, the id as key.
/// SQLite has one writer at a time, so the clients share one connection.
final class SqliteStore implements Store {
  private final Connection connection;
  private final PreparedStatement insert;

  SqliteStore(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE event (id TEXT PRIMARY KEY, payload BLOB) WITHOUT ROWID");
    }
    insert = connection.prepareStatement("INSERT OR IGNORE INTO event VALUES (?, ?)");
  }

  @Override
  public synchronized void append(Event event) throws SQLException {
    insert.setString(1, event.id());
    insert.setBytes(2, RawLog.payload(event));
    insert.executeUpdate();
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
