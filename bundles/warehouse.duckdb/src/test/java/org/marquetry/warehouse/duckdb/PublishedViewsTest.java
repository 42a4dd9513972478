package org.marquetry.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.PublishedView;
import org.marquetry.data.api.PublishedViews;
import org.marquetry.warehouse.api.Scratch;

class PublishedViewsTest {
  @TempDir Path folder;

  @Test
  void theViewsAreWhatTheContractSays() {
    contractHolds();
  }

  @Test
  void viewsOfAnotherVersionAreMadeAnewAtTheStart() throws SQLException {
    new DuckDbWarehouse(folder).close();
    try (Connection file =
            new DuckDBDriver()
                .connect("jdbc:duckdb:" + folder.resolve("warehouse.duckdb"), new Properties());
        Statement statement = file.createStatement()) {
      statement.execute("CREATE OR REPLACE VIEW v1.events AS SELECT event_id FROM store.events");
      statement.execute("DROP VIEW v1.order_lines");
    }
    contractHolds();
  }

  private void contractHolds() {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder);
        Scratch scratch = warehouse.scratch()) {
      Map<String, List<String>> real = new HashMap<>();
      scratch.scan(
          "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'v1' "
              + "ORDER BY table_name, column_index",
          r ->
              real.computeIfAbsent("v1." + r.string("table_name"), _ -> new ArrayList<>())
                  .add(r.string("column_name") + " " + r.string("data_type")));
      Map<String, List<String>> contract =
          PublishedViews.ALL.stream()
              .collect(
                  Collectors.toMap(
                      PublishedView::name,
                      v -> v.columns().stream().map(c -> c.name() + " " + c.type()).toList()));
      assertEquals(contract, real);
    }
  }
}
