package org.marquetry.sql.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// The connections of one schema's user, at most 16 at a time, kept for the next transaction.
final class Connections {
  private static final int MOST = 16;

  private final Source source;
  private final Semaphore places = new Semaphore(MOST);
  private final ConcurrentLinkedDeque<Connection> free = new ConcurrentLinkedDeque<>();

  /// Opens a connection.
  interface Source {
    Connection open() throws SQLException;
  }

  Connections(Source source) {
    this.source = source;
  }

  Connection take() throws SQLException {
    places.acquireUninterruptibly();
    try {
      Connection kept = free.pollLast();
      return kept != null && !kept.isClosed() ? kept : source.open();
    } catch (SQLException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  void give(Connection connection) {
    free.addLast(connection);
    places.release();
  }
}
