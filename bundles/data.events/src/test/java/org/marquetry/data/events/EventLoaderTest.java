package org.marquetry.data.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

class EventLoaderTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final String ALL =
      "SELECT concat_ws('|', event_id, type, occurred_at, customer_id, product_id, order_id,"
          + " quantity, amount_minor, currency, weight, properties, part, off) AS line FROM"
          + " v1.events ORDER BY event_id";

  @TempDir Path folder;

  @Test
  void whatIsInTheJournalIsInTheViewsAndRebuiltIsLive() throws Exception {
    try (FileJournal journal =
        FileJournal.open(folder.resolve("journal"), InstantSource.fixed(AT))) {
      List<String> live;
      try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("live"))) {
        EventLoader loader = new EventLoader(warehouse);
        for (int i = 0; i < 50; i++) {
          journal.append(List.of(order(i), review(i)));
          follow(journal, warehouse, loader);
        }
        follow(journal, new EventLoader(warehouse), 0); // at least once: all again
        live = lines(warehouse, ALL);
        assertEquals(100, live.size());
        assertTrue(live.getLast().contains("|4.5|{\"rating\":\"4.5\"}|"), live.getLast());
        assertEquals(
            List.of("50|64950"),
            lines(
                warehouse,
                "SELECT concat_ws('|', count(*), sum(net_minor)) AS line FROM v1.order_lines"));
      }
      try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("rebuilt"))) {
        follow(journal, new EventLoader(warehouse), 0);
        assertEquals(live, lines(warehouse, ALL));
      }
    }
  }

  /// Every type that [EventTypes] names, and one of the shop's own; what tells of a batch is no
  /// event of the shop.
  @Test
  void theViewSaysAsTheCodeWhoActs() throws Exception {
    List<String> types = new ArrayList<>(List.of("loyaltyCardScanned"));
    for (Field field : EventTypes.class.getFields()) {
      types.add((String) field.get(null));
    }
    try (FileJournal journal =
            FileJournal.open(folder.resolve("journal"), InstantSource.fixed(AT));
        DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("live"))) {
      for (String type : types) {
        journal.append(
            List.of(Event.builder(type, type, AT).customer(new CustomerId("c")).build()));
      }
      follow(journal, new EventLoader(warehouse), 0);
      types.removeAll(List.of(EventTypes.BATCH_LOADED, EventTypes.BATCH_UNDONE));
      assertEquals(
          types.stream().map(type -> type + "|" + EventTypes.isByCustomer(type)).sorted().toList(),
          lines(
              warehouse,
              "SELECT concat_ws('|', type, by_customer) AS line FROM v1.events ORDER BY line"));
    }
  }

  private static void follow(FileJournal journal, DuckDbWarehouse warehouse, EventLoader loader) {
    for (int p = 0; p < journal.partitions(); p++) {
      long from = warehouse.cursor("events/" + p).map(Long::parseLong).orElse(0L);
      List<JournalEntry> entries = journal.replay(p, from, 1000);
      if (!entries.isEmpty()) {
        loader.accept(p, entries);
      }
    }
  }

  private static void follow(FileJournal journal, EventLoader loader, long from) {
    for (int p = 0; p < journal.partitions(); p++) {
      List<JournalEntry> entries = journal.replay(p, from, 1000);
      if (!entries.isEmpty()) {
        loader.accept(p, entries);
      }
    }
  }

  private static List<String> lines(DuckDbWarehouse warehouse, String sql) {
    return new ArrayList<>(warehouse.query(sql, List.of(), r -> r.string("line")));
  }

  private static Event order(int i) {
    return Event.builder("o" + i, "ordered", AT.plusSeconds(i))
        .customer(new CustomerId("客" + i))
        .product(new ProductId("p" + i % 7))
        .order(new OrderId("order-" + i))
        .quantity(2)
        .money(new Money(1299, "USD"))
        .build();
  }

  private static Event review(int i) {
    return Event.builder("r" + i, "reviewed", AT.plusSeconds(i))
        .customer(new CustomerId("客" + i))
        .product(new ProductId("p" + i % 7))
        .property("rating", "4.5")
        .build();
  }
}
