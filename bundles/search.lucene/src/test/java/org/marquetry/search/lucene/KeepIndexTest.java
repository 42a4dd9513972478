package org.marquetry.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real warehouse and a real index; the timer is run by hand.
class KeepIndexTest {
  private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir Path home;
  private final List<String> asked = new ArrayList<>();
  private DuckDbWarehouse warehouse;
  private LuceneProductSearch search;
  private KeepIndex keep;

  private final TimersWhenTold timers = new TimersWhenTold();

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(home.resolve("warehouse"));
    search = new LuceneProductSearch(home, new Catalogue(warehouse));
    JobsTo jobs =
        new JobsTo(request -> {
          asked.add(request.kind());
          return "1";
        });
    keep = new KeepIndex(warehouse, search, jobs, timers);
  }

  @AfterEach
  void close() {
    search.close();
    warehouse.close();
  }

  /// Look again and again, until it asks or for so long.
  private void look(int seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (asked.isEmpty() && System.nanoTime() < end) {
      timers.run();
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void itIsBuiltWhenTheCatalogueChangedAndOnlyThen() {
    look(1);
    assertEquals(List.of(), asked); // nothing is there, nothing is to be done
    new TestShop(warehouse, "CNY", "tea")
        .row("products", Map.of("product_id", "p1", "title", "Tea"))
        .load();
    look(60);
    assertEquals(KeepIndex.KIND, asked.getFirst());
    keep.run(new QuietRun("products"));
    asked.clear();
    new TestShop(warehouse, "CNY", "order")
        .order("o1", "c1", "p1", 1, 100, DAY)
        .load(); // changes no product
    look(4);
    assertEquals(List.of(), asked);
    new TestShop(warehouse, "CNY", "cup")
        .row("products", Map.of("product_id", "p1", "title", "Cup"))
        .load();
    look(60);
    assertEquals(KeepIndex.KIND, asked.getFirst());
  }
}
