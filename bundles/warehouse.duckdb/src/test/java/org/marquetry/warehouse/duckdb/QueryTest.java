package org.marquetry.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.warehouse.api.WarehouseException;

/// On one warehouse, which no query can change.
class QueryTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir static Path folder;
  private static DuckDbWarehouse warehouse;

  @BeforeAll
  static void open() {
    warehouse = new DuckDbWarehouse(folder, new Limits(100, 1, 256, 2));
    new TestShop(warehouse)
        .order("o1", "c1", "p1", 2, 1999, DAY)
        .event("viewed", null, "p1", DAY, Map.of("visitor_id", "v1", "weight", 0.5))
        .load();
  }

  @AfterAll
  static void close() {
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
        "SELECT * FROM read_csv('/etc/hostname') | not read_csv",
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

  /// Ways to rows that nobody published: files, the catalogue, other functions, names that stand
  /// for something else where they are used.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM '/etc/passwd.csv'",
        "FROM 'data/file.parquet'",
        "SELECT * FROM \"people.json\"",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM READ_CSV_AUTO('/etc/passwd')",
        "SELECT * FROM read_parquet(['a.parquet', 'b.parquet'])",
        "SELECT * FROM parquet_metadata('a.parquet')",
        "SELECT * FROM read_json_auto('a.json')",
        "SELECT * FROM read_duckdb('other.duckdb')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM glob('/**')",
        "SELECT * FROM v1.events, glob('/**')",
        "SELECT * FROM v1.events e, LATERAL (SELECT * FROM read_text(e.event_id))",
        "SELECT (SELECT content FROM read_text('/etc/passwd'))",
        "SELECT * FROM v1.events WHERE event_id IN (SELECT file FROM glob('/*'))",
        "SELECT 1 UNION ALL SELECT count(*) FROM store.events",
        "SELECT * FROM query('SELECT * FROM store.events')",
        "SELECT * FROM query_table('store.events')",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "SELECT json_serialize_plan('SELECT * FROM read_csv(''/etc/passwd'')')",
        "SELECT * FROM seq_scan('events')",
        "SELECT * FROM duckdb_tables()",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM pragma_table_info('store.events')",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM pg_catalog.pg_tables",
        "SELECT * FROM migrations",
        "SELECT * FROM main.migrations",
        "SELECT * FROM events",
        "SELECT * FROM V1x.events",
        "SELECT * FROM temp.main.in_events",
        "SELECT * FROM system.information_schema.tables",
        "DESCRIBE v1.events",
        "SUMMARIZE v1.events",
        "SHOW ALL TABLES",
        "SELECT * FROM (DESCRIBE store.events)",
        "SELECT * FROM (SUMMARIZE store.events)",
        "WITH x AS (INSERT INTO store.batches VALUES ('b', 1) RETURNING *) SELECT * FROM x",
        "WITH x AS (DELETE FROM store.events RETURNING *) SELECT * FROM x",
        // A name that means a query somewhere else means a table or a file here.
        "WITH sqlite_master AS (SELECT * FROM sqlite_master) SELECT * FROM sqlite_master",
        "WITH a AS (SELECT * FROM sqlite_master), sqlite_master AS (SELECT 1) SELECT * FROM a",
        "SELECT * FROM (WITH \"x.csv\" AS (SELECT 1) SELECT * FROM \"x.csv\") a, 'x.csv' b",
        "SELECT current_setting('temp_directory')",
        "SELECT system.main.current_setting('temp_directory')",
        "SELECT getvariable('x')",
        "SELECT nextval('s')",
        "SELECT pg_get_viewdef(1)",
        "SELECT sleep_ms(100000)",
        "CALL pragma_version()",
        "ATTACH '/tmp/x.duckdb'",
        "INSTALL httpfs",
        "LOAD '/tmp/evil.duckdb_extension'",
        "EXPORT DATABASE '/tmp/x'",
        "SET VARIABLE x = 1",
        "PREPARE p AS SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
      })
  void whatNobodyPublishedIsOutOfReach(String sql) {
    String message = message(sql);
    assertTrue(
        message.contains("published")
            || message.contains("one SELECT")
            || message.contains("not for queries")
            || message.contains("without a catalog"),
        message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) AS n FROM V1.EVENTS",
        "SELECT sum(x) AS n FROM (VALUES (1), (2)) v(x)",
        "SELECT count(*) AS n FROM v1.events e JOIN v1.events f USING (event_id)",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT max(n) AS n FROM R",
        "WITH a AS MATERIALIZED (SELECT 1 AS n), b AS (SELECT * FROM a) SELECT n FROM b",
        "SELECT (WITH a AS (SELECT count(*) AS n FROM v1.events) SELECT n FROM a) AS n",
        "WITH a AS (SELECT 1 AS n) SELECT n FROM (SELECT n FROM a UNION ALL SELECT n FROM a) LIMIT 1",
        "SELECT count(*) AS n FROM v1.events, unnest([1, 2]) u(x), generate_series(1, 2) g(y)",
        "SELECT count(*) AS n FROM v1.events WHERE event_id = 'FROM read_csv(''x'')'",
      })
  void queriesOverViewsAndOverThemselvesPass(String sql) {
    assertEquals(1, warehouse.query(sql, List.of(), r -> r.longValue("n")).size());
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
