package org.marquetry.profile.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.platform.projection.JournalProjections;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// On a real journal, projection and warehouse; jobs are run by hand, one at a time.
class RefoldTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir Path folder;
  private FileJournal journal;
  private DuckDbWarehouse warehouse;
  private JournalProjections projections;
  private LiveStore store;
  private Refold refold;
  private final TimersWhenTold timers = new TimersWhenTold();
  private final List<JobRequest> asked = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.fixed(NOW));
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    projections = JournalProjections.open(journal, folder.resolve("projections"));
    store = new LiveStore(projections, journal, warehouse);
    JobsTo jobs =
        new JobsTo(request -> {
          asked.add(request);
          return "1";
        });
    refold = new Refold(store, projections, jobs, timers);
  }

  @AfterEach
  void close() throws IOException {
    refold.stop();
    store.stop();
    warehouse.close();
    journal.close();
  }

  private void load(String customer) {
    try (Scratch scratch = warehouse.scratch()) {
      scratch.run(
          "CREATE TABLE out_customers AS SELECT 0 AS file, 1 AS row, '%s' AS customer_id, 'Ghent' AS city"
              .formatted(customer));
      warehouse.load(batch(customer), scratch);
    }
    tell(EventTypes.BATCH_LOADED, customer);
  }

  private void undo(String customer) {
    warehouse.undo(batch(customer));
    tell(EventTypes.BATCH_UNDONE, customer);
  }

  private static String batch(String customer) {
    return "of-" + customer;
  }

  private void tell(String type, String customer) {
    for (int n = 0; n < 100; n++) { // in each partition at least one
      journal.append(
          Event.builder(type + customer + n, type, NOW)
              .properties(Map.of(EventProperties.BATCH, batch(customer), "changed", "0"))
              .build());
    }
  }

  /// Look for what is stale all the time, until something is so.
  private void until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!so.getAsBoolean() && System.nanoTime() < end) {
      timers.run();
      LockSupport.parkNanos(1_000_000);
    }
    assertTrue(so.getAsBoolean());
  }

  private void until(int customers) {
    until(() -> store.fold().customers() == customers);
  }

  private void untilAsked() {
    until(() -> !asked.isEmpty());
  }

  @Test
  void eachImportThatIsTakenBackLeavesTheProfiles() {
    List.of("ann", "ben", "cem").forEach(this::load);
    until(3);
    assertEquals(List.of(), asked);
    int left = 3;
    for (String customer : List.of("ann", "ben", "cem")) {
      undo(customer);
      untilAsked(); // again and again: a job asked for once more while it runs is the same job
      refold.run(new QuietRun(asked.getFirst().key()));
      assertEquals(--left, store.fold().customers());
      asked.clear();
      timers.run();
      assertEquals(List.of(), asked, "nothing is stale any more");
    }
  }

  @Test
  void whatIsTakenBackWhileAJobRunsIsAskedForAfterwards() {
    List.of("ann", "ben").forEach(this::load);
    until(2);
    undo("ann");
    untilAsked();
    refold.run(new QuietRun(asked.getFirst().key()));
    undo("ben"); // as if the job were not over: what is asked for now finds it, and is lost
    untilAsked();
    asked.clear();
    untilAsked();
    refold.run(new QuietRun(asked.getFirst().key()));
    assertEquals(0, store.fold().customers());
  }
}
