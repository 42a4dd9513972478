package org.marquetry.profile.core.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.marquetry.access.api.Audit;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.platform.projection.JournalProjections;
import org.marquetry.profile.core.live.CoreLiveProfiles;
import org.marquetry.profile.core.live.LiveStore;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// A real journal, projection, warehouse and operational store, with a clock that is driven. Days
/// are in UTC, money in euros.
final class Shop implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-06-01T10:00:00Z");

  final FileJournal journal;
  final DuckDbWarehouse warehouse;
  final List<Audit.Act> audited = new ArrayList<>();
  private final H2Databases databases;
  private final JournalProjections projections;
  private final SharedPool pool = new SharedPool(2);
  private volatile Instant now = BEGIN;
  private final InstantSource clock = () -> now;
  private final ShopZone zone = ZoneOf.utc(clock);
  LiveStore store;
  CoreSegments segments;
  private int events;

  Shop(Path folder) throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), clock);
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    databases = new H2Databases(folder.resolve("store"), clock);
    projections = JournalProjections.open(journal, folder.resolve("projections"));
    start();
  }

  void start() {
    store = new LiveStore(projections, journal, warehouse);
    segments =
        new CoreSegments(
            store,
            new SegmentStore(databases, clock),
            new CoreLiveProfiles(store, warehouse, clock, zone, () -> Optional.of("EUR")),
            warehouse,
            pool,
            new AuditTo(audited::add),
            zone,
            () -> Optional.of("EUR"));
  }

  /// Stop and start as in a swap of the bundle; the operational store stays open.
  void stop() {
    segments.stop();
    store.stop();
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Event.Builder event(String type, String customer, int daysAgo) {
    return Event.builder("e" + events++, type, now.minus(Duration.ofDays(daysAgo)))
        .customer(new CustomerId(customer));
  }

  Event line(
      String type, String order, String customer, String product, int units, long minor, int ago) {
    return event(type, customer, ago)
        .order(new OrderId(order))
        .product(new ProductId(product))
        .quantity(units)
        .money(new Money(minor, "EUR"))
        .build();
  }

  Event product(String id, String title, String category, String brand) {
    return Event.builder("e" + events++, "productChanged", now.minus(Duration.ofDays(390)))
        .product(new ProductId(id))
        .property("title", title)
        .property("category", category)
        .property("brand", brand)
        .build();
  }

  /// Append, wait for the projection, load the warehouse.
  void append(Event... more) {
    journal.append(List.of(more));
    EventLoader loader = new EventLoader(warehouse);
    for (int p = 0; p < journal.partitions(); p++) {
      long from = warehouse.cursor("events/" + p).map(Long::parseLong).orElse(0L);
      List<JournalEntry> entries = journal.replay(p, from, 100_000);
      if (!entries.isEmpty()) {
        loader.accept(p, entries);
      }
    }
    while (projections.list().stream().anyMatch(status -> status.behind() > 0)) {
      Thread.onSpinWait();
    }
  }

  /// The customers for whom SQL conditions on `c.id` over `order_lines`, `events`, `products` and
  /// `customers` hold, condition by condition. All are asked at once: what the views hold is formed
  /// once then.
  List<Set<String>> sql(List<String> conditions) {
    List<Set<String>> held = conditions.stream().<Set<String>>map(_ -> new HashSet<>()).toList();
    String asked =
        IntStream.range(0, conditions.size())
            .mapToObj(i ->
                "SELECT %d AS n, c.id FROM everybody c WHERE coalesce(%s, false)"
                    .formatted(i, conditions.get(i)))
            .collect(Collectors.joining(" UNION ALL "));
    warehouse.scan(
        """
        WITH order_lines AS MATERIALIZED (SELECT * FROM v1.order_lines), events AS MATERIALIZED (SELECT * FROM v1.events),
          products AS MATERIALIZED (SELECT * FROM v1.products), customers AS MATERIALIZED (SELECT * FROM v1.customers),
          everybody AS MATERIALIZED (SELECT DISTINCT customer_id AS id FROM events WHERE customer_id IS NOT NULL)
        """
            + asked,
        List.of(),
        row -> held.get((int) row.longValue("n")).add(row.string("id")));
    return held;
  }

  @Override
  public void close() throws IOException {
    stop();
    pool.close();
    databases.close();
    warehouse.close();
    journal.close();
  }
}
