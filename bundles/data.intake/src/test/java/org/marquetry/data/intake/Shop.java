package org.marquetry.data.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// A real warehouse and the intake before it.
final class Shop implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final DuckDbWarehouse warehouse;
  private final FolderIntake intake;

  Shop(Path home) {
    warehouse = new DuckDbWarehouse(home);
    intake = new FolderIntake(warehouse, InstantSource.fixed(NOW));
  }

  IntakeReport read(Path folder) {
    return read(folder, IntakeOptions.guessAll());
  }

  IntakeReport read(Path folder, IntakeOptions options) {
    return read(folder, options, Progress.NONE);
  }

  IntakeReport read(Path folder, IntakeOptions options, Progress progress) {
    return intake.read(folder, options, progress);
  }

  long number(String sql) {
    return warehouse
        .query("SELECT (" + sql + ") AS x", List.of(), r -> r.longValue("x"))
        .getFirst();
  }

  /// Column `x` of every row; NULL is `-`.
  List<String> texts(String sql) {
    return warehouse.query(sql, List.of(), r -> r.optString("x").orElse("-"));
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
