package org.marquetry.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.warehouse.api.WarehouseException;

class QueryTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder, new Limits(100, 1, 256, 2));
    new TestShop(warehouse)
        .order("o1", "c1", "p1", 2, 1999, DAY)
        .event("viewed", null, "p1", DAY, Map.of("visitor_id", "v1", "weight", 0.5))
        .load();
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private String message(String sql, Object... args) {
    return assertThrows(WarehouseException.class, () -> warehouse.query(sql, List.of(args), r -> r))
        .getMessage();
  }

  @Test
  void argumentsOfEveryTypeAreBoundAndColumnsReadByName() {
    List<String> rows =
        warehouse.query(
            "SELECT *, ? AS s, ? AS b, ? AS i, ? AS l, ? AS d FROM v1.events WHERE occurred_at = ? AND type = 'viewed'",
            List.of("x", true, 1, 2L, 0.25, DAY),
            r ->
                r.string("visitor_id")
                    + r.isNull("customer_id")
                    + r.instant("OCCURRED_AT")
                    + r.doubleValue("weight")
                    + r.string("s")
                    + r.bool("b")
                    + r.longValue("i")
                    + r.longValue("l")
                    + r.doubleValue("d")
                    + r.optLong("amount_minor")
                    + r.optDouble("quantity")
                    + r.optInstant("received_at"));
    assertEquals(
        List.of(
            "v1true2026-03-01T10:00:00Z0.5xtrue120.25OptionalLong.emptyOptionalDouble.emptyOptional[2026-03-01T10:00:00Z]"),
        rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM store.events | one SELECT",
        "SELECT 1; DROP SCHEMA v1 CASCADE | one SELECT",
        "SELEC 1 | SELEC",
        "SELECT * FROM store.events | store.events is not published",
        "WITH x AS (SELECT 1 AS a) SELECT a, (SELECT count(*) FROM store.customers) FROM x | store.customers",
        "SELECT * FROM warehouse.v1.events | without a catalog",
        "SELECT * FROM read_csv('/etc/hostname') | file system",
        "SELECT nothing FROM v1.events | nothing",
        "COPY v1.events TO '/tmp/x.csv' | one SELECT",
        "SET memory_limit = '8GB' | one SELECT",
        "SELECT count(*) FROM range(5000000) a, range(5000000) b WHERE a.range * b.range % 7 = 3 | within 1 s",
        "SELECT range FROM range(101) | more than 100 rows",
      })
  void whatIsNotAQueryOverViewsIsRefusedWithTheReason(String sql, String reason) {
    String message = message(sql.strip());
    assertTrue(message.contains(reason.strip()), message);
    assertEquals(
        1,
        warehouse
            .query("SELECT count(*) AS n FROM v1.order_lines", List.of(), r -> r.longValue("n"))
            .getFirst());
  }

  @Test
  void aCommonTableExpressionIsAllowed() {
    assertEquals(
        List.of(1999L),
        warehouse.query(
            "WITH x AS (SELECT * FROM v1.order_lines) SELECT net_minor FROM x",
            List.of(),
            r -> r.longValue("net_minor")));
  }

  @Test
  void nullAndWrongNamesAreErrorsThatNameTheColumn() {
    String missing =
        assertThrows(
                WarehouseException.class,
                () ->
                    warehouse.query(
                        "SELECT * FROM v1.events", List.of(), r -> r.string("custumer")))
            .getMessage();
    assertTrue(missing.contains("'custumer'"), missing);
    String empty =
        assertThrows(
                WarehouseException.class,
                () -> warehouse.query("SELECT NULL AS x", List.of(), r -> r.string("x")))
            .getMessage();
    assertTrue(empty.contains("'x' is NULL"), empty);
    assertTrue(message("SELECT ?", List.of()).contains("argument 1"));
  }

  @Test
  void aScanStreamsMoreThanTheRowLimit() {
    List<Long> sum = new ArrayList<>(List.of(0L));
    warehouse.scan(
        "SELECT range AS n FROM range(1000)",
        List.of(),
        r -> sum.set(0, sum.getFirst() + r.longValue("n")));
    assertEquals(499_500L, sum.getFirst());
  }
}
