package org.marquetry.warehouse.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.marquetry.warehouse.api.BatchReceipt;
import org.marquetry.warehouse.api.UndoReceipt;

/// The imports that are loaded, on a connection whose owner commits or rolls back.
final class Imports {
  private record Loaded(long number, BatchReceipt receipt) {}

  private Imports() {}

  static BatchReceipt load(Connection connection, String id, DuckDbScratch scratch)
      throws SQLException {
    Optional<Loaded> known = find(connection, id);
    if (known.isPresent()) {
      return known.get().receipt();
    }
    long number = next(new Sql(connection));
    ImportBatch batch = new ImportBatch(connection, scratch, id, number);
    BatchReceipt receipt = batch.load();
    try (PreparedStatement s =
        connection.prepareStatement(
            "INSERT INTO store.imports(number, batch_id, added, changed, skipped) VALUES (?, ?, ?, ?, ?)")) {
      s.setLong(1, number);
      s.setString(2, id);
      s.setLong(3, receipt.added());
      s.setLong(4, receipt.changed());
      s.setLong(5, receipt.skipped());
      s.execute();
    }
    batch.keepSpan();
    return receipt;
  }

  /// No number comes twice, not even after an undo.
  private static long next(Sql sql) throws SQLException {
    String last =
        "SELECT coalesce(max(CAST(position AS BIGINT)), 0) FROM store.cursors WHERE name ="
            + " 'imports'";
    long number = sql.number(last) + 1;
    sql.run("DELETE FROM store.cursors WHERE name = 'imports'");
    sql.run("INSERT INTO store.cursors VALUES ('imports', '" + number + "')");
    return number;
  }

  static UndoReceipt undo(Connection connection, String id) throws SQLException {
    Optional<Loaded> known = find(connection, id);
    return known.isEmpty()
        ? new UndoReceipt(0, 0, 0, Map.of())
        : new ImportUndo(connection, id, known.get().number()).undo();
  }

  private static Optional<Loaded> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("SELECT * FROM store.imports WHERE batch_id = ?")) {
      s.setString(1, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(loaded(r)) : Optional.empty();
      }
    }
  }

  private static Loaded loaded(ResultSet r) throws SQLException {
    return new Loaded(
        r.getLong("number"),
        new BatchReceipt(true, r.getLong("added"), r.getLong("changed"), r.getLong("skipped")));
  }
}
