package org.marquetry.sql.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.marquetry.sql.api.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One bundle's schema, entered as the user who has rights on it alone.
record SchemaDatabase(StoreFile file, String schema, String password) implements Database {
  private static final Logger log = LoggerFactory.getLogger(SchemaDatabase.class);

  @Override
  public <T> T transaction(Work<T> work) {
    return file.shared(schema, password, connection -> run(connection, work));
  }

  private <T> T run(Connection connection, Work<T> work) throws SQLException {
    try (JdbcSession session = new JdbcSession(connection, schema, file.writer())) {
      boolean stored = false;
      try {
        T result = work.run(session);
        connection.commit();
        stored = true;
        return result;
      } finally {
        if (!stored) {
          takeBack(connection);
        }
      }
    }
  }

  private void takeBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      log.warn("A transaction of {} was not taken back; its connection is dropped", schema, e);
    }
  }

  @Override
  public String toString() {
    return "Database[" + schema + "]";
  }
}
