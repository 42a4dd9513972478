package org.marquetry.profile.core.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// The fold reads an import at its marker: live and folded anew are the same.
class ImportedProfilesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir Path folder;
  private FileJournal journal;
  private DuckDbWarehouse warehouse;
  private LiveFold fold;
  private final List<LiveState> states = new ArrayList<>();
  private final List<Long> next = new ArrayList<>();
  private int orders;

  @BeforeEach
  void open() throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.fixed(NOW));
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    fold = new LiveFold(journal.partitions(), new BatchRows(warehouse, journal::partition));
    for (int p = 0; p < journal.partitions(); p++) {
      states.add(fold.empty(p));
      next.add(0L);
    }
  }

  @AfterEach
  void close() throws IOException {
    warehouse.close();
    journal.close();
  }

  /// Import orders of one amount: customer `cN` bought order `oN`.
  private void load(String batch, int from, int to, int minor, boolean changes) {
    try (Scratch scratch = warehouse.scratch()) {
      scratch.run(
          """
          CREATE TABLE out_events AS SELECT 0 AS file, n AS row, 'ordered:o' || n || '/1' AS event_id, 'ordered' AS type,
            TIMESTAMP '2026-05-01 10:00:00' AS occurred_at, 'c' || n AS customer_id, NULL::VARCHAR AS visitor_id,
            NULL::VARCHAR AS session_id, NULL::VARCHAR AS site, 'p' || n %% 3 AS product_id, 'o' || n AS order_id,
            1 AS line, 1.0::DOUBLE AS quantity, %d::BIGINT AS amount_minor, 0::BIGINT AS discount_minor, 'EUR' AS currency,
            NULL::DOUBLE AS weight, NULL::VARCHAR AS properties FROM range(%d, %d) t(n)\
          """
              .formatted(minor, from, to));
      scratch.run(
          "CREATE TABLE out_customers AS SELECT 0 AS file, n AS row, 'c' || n AS customer_id,"
              + " 'town' || "
              + minor
              + " AS city, 'granted' AS consent_email FROM range("
              + from
              + ", "
              + to
              + ") t(n)");
      warehouse.load(batch, scratch);
    }
    mark(
        EventTypes.BATCH_LOADED,
        Map.of(EventProperties.BATCH, batch, "changed", changes ? "1" : "0"));
  }

  private void undo(String batch) {
    warehouse.undo(batch);
    mark(EventTypes.BATCH_UNDONE, Map.of(EventProperties.BATCH, batch));
  }

  private void mark(String type, Map<String, String> properties) {
    for (int n = 0; n < 100; n++) { // in each partition at least one; a second one changes nothing
      String id = type + properties.get(EventProperties.BATCH) + n;
      journal.append(Event.builder(id, type, NOW).properties(properties).build());
    }
  }

  private void order(String customer) {
    journal.append(
        Event.builder("live" + orders++, EventTypes.ORDERED, NOW)
            .customer(new CustomerId(customer))
            .order(new OrderId("live" + orders))
            .quantity(1)
            .money(new Money(500, "EUR"))
            .build());
  }

  private void follow() {
    for (int p = 0; p < states.size(); p++) {
      var entries = journal.replay(p, next.get(p), 100_000);
      if (!entries.isEmpty()) {
        states.set(p, fold.fold(states.get(p), entries));
        next.set(p, entries.getLast().offset() + 1);
      }
    }
  }

  private Map<String, String> accounts(List<LiveState> of) {
    Map<String, String> accounts = new TreeMap<>();
    of.forEach(s -> s.accounts.forEach((id, a) -> accounts.put(id, a.trades() + " " + a.texts())));
    return accounts;
  }

  private List<LiveState> anew() {
    List<LiveState> anew = new ArrayList<>();
    for (int p = 0; p < states.size(); p++) {
      LiveState state = fold.empty(p);
      var entries = journal.replay(p, 0, 100_000);
      anew.add(entries.isEmpty() ? state : fold.fold(state, entries));
    }
    return anew;
  }

  private boolean stale(List<LiveState> of) {
    return of.stream().anyMatch(s -> s.stale);
  }

  @Test
  void anImportIsInTheProfilesAndWhatItUndoesIsFoldedAnew() throws IOException {
    order("c1");
    load("import/a", 0, 40, 1000, false);
    order("c2");
    follow();
    assertEquals(accounts(anew()), accounts(states));
    assertEquals(40, accounts(states).size());
    assertTrue(accounts(states).get("c7").contains("town1000"), accounts(states)::toString);
    assertTrue(accounts(states).get("c7").contains("granted"));

    load("import/b", 30, 50, 1000, false); // nothing of it is new below 40
    follow();
    assertFalse(stale(states));
    assertEquals(50, accounts(states).size());

    load("import/c", 0, 10, 2000, true);
    follow();
    assertTrue(stale(states), "what was read of the first import is not true any more");
    List<LiveState> folded = anew();
    assertFalse(stale(folded));
    assertTrue(accounts(folded).get("c7").contains("town2000"));
    assertEquals(1, folded.stream().mapToLong(s -> trades(s, "c7")).sum());

    undo("import/c");
    folded = anew();
    assertFalse(stale(folded), "or it would be folded anew for ever");
    assertTrue(accounts(folded).get("c7").contains("town1000"));
    undo("import/a");
    undo("import/b");
    follow();
    assertTrue(stale(states));
    assertEquals(List.of("c1", "c2"), List.copyOf(accounts(anew()).keySet()));
    assertEquals(accounts(anew()), accounts(anew()));
  }

  private static long trades(LiveState state, String customer) {
    Account account = state.accounts.get(customer);
    return account == null ? 0 : account.trades().size();
  }

  @Test
  void aSnapshotKnowsWhichImportsAreInIt() throws IOException {
    load("import/a", 0, 40, 1000, false);
    follow();
    for (int p = 0; p < states.size(); p++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      fold.write(states.get(p), out);
      states.set(p, fold.read(p, new java.io.ByteArrayInputStream(out.toByteArray())));
    }
    undo("import/a");
    follow();
    assertTrue(stale(states));
    assertEquals(Map.of(), accounts(anew()));
  }
}
