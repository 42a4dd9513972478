package org.marquetry.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.warehouse.api.LoadReceipt;
import org.marquetry.warehouse.api.WarehouseException;

class LoadingTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private long count(String view) {
    return warehouse
        .query("SELECT count(*) AS n FROM v1." + view, List.of(), r -> r.longValue("n"))
        .getFirst();
  }

  /// More than one row group of DuckDB (122,880 rows): grouping what an appender wrote once lost
  /// every row.
  @Test
  void batchLargerThanARowGroupArrivesWhole() {
    int people = 130_000;
    TestShop shop = new TestShop(warehouse);
    for (int i = 0; i < people; i++) {
      shop.customer("c" + i, Map.of("city", "town")).order("o" + i, "c" + i, "p" + i, 1, 100, DAY);
    }
    shop.load();
    assertEquals(people, count("customers"));
    assertEquals(people, count("order_lines"));
    assertEquals(people, count("products"));
  }

  @Test
  void eachLoadIsAChangeAndAQueryIsNone() {
    long before = warehouse.changes();
    new TestShop(warehouse).order("o1", "c1", "p1", 1, 100, DAY).load();
    assertEquals(before + 1, warehouse.changes());
    assertEquals(1, count("products"));
    assertEquals(before + 1, warehouse.changes());
  }

  /// What events name was seen first when the earliest of them happened, whatever came in between.
  @Test
  void aProductWasFirstSeenWithItsEarliestEvent() {
    for (int day : new int[] {3, 5, 1, 4}) {
      new TestShop(warehouse, "CNY", "day" + day)
          .order("o" + day, "c1", "p1", 1, 100, DAY.plus(java.time.Duration.ofDays(day)))
          .load();
    }
    assertEquals(
        List.of(DAY.plus(java.time.Duration.ofDays(1))),
        warehouse.query(
            "SELECT first_seen_at FROM v1.products", List.of(), r -> r.instant("first_seen_at")));
  }

  @Test
  void orderLinesAreNumberedAndNetOfReturnsAndCancellations() {
    new TestShop(warehouse)
        .order("o1", "c1", "p1", 3, 3000, DAY)
        .order("o1", "c1", "p2", 1, 500, DAY)
        .order("o2", "c2", "p1", 1, 1000, DAY)
        .returned("o1", "c1", "p1", 1, 1000, DAY.plusSeconds(60))
        .cancelled("o2", "c2", DAY.plusSeconds(90))
        .load();
    List<String> lines =
        warehouse.query(
            "SELECT * FROM v1.order_lines ORDER BY order_id, line",
            List.of(),
            r ->
                r.string("order_id")
                    + "/"
                    + r.longValue("line")
                    + " "
                    + r.string("product_id")
                    + " "
                    + r.doubleValue("net_quantity")
                    + " "
                    + r.longValue("net_minor")
                    + " "
                    + r.bool("cancelled"));
    assertEquals(
        List.of("o1/1 p1 2.0 2000 false", "o1/2 p2 1.0 500 false", "o2/1 p1 0.0 0 true"), lines);
  }

  @Test
  void laterLinesOfAnOrderGoOnCounting() {
    new TestShop(warehouse, "EUR", "a").order("o1", "c1", "p1", 1, 100, DAY).load();
    new TestShop(warehouse, "EUR", "b").order("o1", "c1", "p2", 1, 200, DAY).load();
    assertEquals(
        List.of(1L, 2L),
        warehouse.query(
            "SELECT line FROM v1.order_lines ORDER BY line", List.of(), r -> r.longValue("line")));
  }

  @Test
  void aBatchIsLoadedOnceAndAKnownEventIsKept() {
    TestShop shop = new TestShop(warehouse).order("o1", "c1", "p1", 1, 100, DAY);
    assertEquals(1, shop.load().rows().get("events"));
    assertTrue(shop.load().alreadyLoaded());
    Map<String, Object> again = Map.of("event_id", "e1", "type", "viewed", "occurred_at", DAY);
    LoadReceipt receipt =
        warehouse.load(
            "other",
            Map.of(),
            sink -> {
              sink.add("events", again);
              sink.add("events", Map.of("event_id", "x", "type", "viewed", "occurred_at", DAY));
              sink.add("events", Map.of("event_id", "x", "type", "viewed", "occurred_at", DAY));
            });
    assertEquals(2, receipt.known().get("events"));
    assertEquals(2, count("events"));
    assertEquals(1, count("order_lines"));
  }

  @Test
  void aFailedBatchLeavesNothingBehind() {
    assertThrows(
        IllegalStateException.class,
        () ->
            warehouse.load(
                "b",
                Map.of("journal/0", "7"),
                sink -> {
                  sink.add("events", Map.of("event_id", "x", "type", "viewed", "occurred_at", DAY));
                  throw new IllegalStateException("source broke");
                }));
    assertEquals(0, count("events"));
    assertEquals(Optional.empty(), warehouse.cursor("journal/0"));
    assertEquals(
        false,
        warehouse.load("b", Map.of("journal/0", "7"), _ -> {}).alreadyLoaded(),
        "the id is free again");
    assertEquals(Optional.of("7"), warehouse.cursor("journal/0"));
  }

  @Test
  void rowsThatDoNotFitAreRefusedByName() {
    WarehouseException column =
        assertThrows(
            WarehouseException.class,
            () ->
                warehouse.load(
                    "b",
                    Map.of(),
                    sink -> sink.add("products", Map.of("product_id", "p", "titel", "x"))));
    assertTrue(column.getMessage().contains("'titel'"), column.getMessage());
    WarehouseException type =
        assertThrows(
            WarehouseException.class,
            () ->
                warehouse.load(
                    "b",
                    Map.of(),
                    sink -> sink.add("products", Map.of("product_id", "p", "price_minor", 1.5))));
    assertTrue(type.getMessage().contains("price_minor"), type.getMessage());
    WarehouseException key =
        assertThrows(
            WarehouseException.class,
            () ->
                warehouse.load("b", Map.of(), sink -> sink.add("products", Map.of("title", "x"))));
    assertTrue(key.getMessage().contains("product_id"), key.getMessage());
  }

  @Test
  void customersAndProductsAreCompletedAndNamedByEvents() {
    new TestShop(warehouse, "EUR", "a")
        .product("p1", "Tea", "Drinks", 400)
        .customer("c1", Map.of("city", "Lyon", "email", "a@example.org"))
        .order("o1", "c2", "p2", 1, 100, DAY)
        .load();
    new TestShop(warehouse, "EUR", "b")
        .customer("c1", Map.of("city", "Paris"))
        .order("o2", "c1", "p1", 1, 100, DAY.plusSeconds(5))
        .load();
    assertEquals(
        List.of("c1 Paris a@example.org 2026-03-01T10:00:05Z", "c2 - - 2026-03-01T10:00:00Z"),
        warehouse.query(
            "SELECT * FROM v1.customers ORDER BY customer_id",
            List.of(),
            r ->
                r.string("customer_id")
                    + " "
                    + r.optString("city").orElse("-")
                    + " "
                    + r.optString("email").orElse("-")
                    + " "
                    + r.instant("last_seen_at")));
    assertEquals(
        List.of("Tea", "-"),
        warehouse.query(
            "SELECT * FROM v1.products ORDER BY product_id",
            List.of(),
            r -> r.optString("title").orElse("-")));
    assertEquals(
        DAY.plusSeconds(5),
        warehouse
            .query("SELECT * FROM v1.shop", List.of(), r -> r.instant("last_event_at"))
            .getFirst());
  }

  @Test
  void whatWasLoadedIsThereAfterReopening() {
    new TestShop(warehouse).order("o1", "c1", "p1", 1, 100, DAY).load();
    warehouse.close();
    warehouse = new DuckDbWarehouse(folder);
    assertEquals(1, count("order_lines"));
  }
}
