package org.marquetry.data.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.VisitorId;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// Old and new events of all kinds, in the real journal and the real warehouse.
final class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

  @TempDir Path folder;
  private final List<String> acts = new ArrayList<>();
  private H2Databases databases;
  private DuckDbWarehouse warehouse;
  private FileJournal journal;
  private StoredRetention retention;
  private RetentionJob job;

  @BeforeEach
  void open() throws IOException {
    databases = new H2Databases(folder.resolve("data/sql"), () -> NOW);
    warehouse = new DuckDbWarehouse(folder.resolve("data/warehouse"));
    journal = FileJournal.open(folder.resolve("data/journal"), () -> NOW);
    KeptTable kept = new KeptTable(databases);
    Uploads uploads = new Uploads();
    retention =
        new StoredRetention(
            folder.resolve("data"),
            kept,
            uploads,
            warehouse,
            new AuditTo(act -> acts.add(act.action() + " " + act.details())),
            new JobsTo(JobRequest::kind),
            () -> NOW);
    job = new RetentionJob(kept, uploads, journal, warehouse, warehouse, () -> NOW);
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
    warehouse.close();
    databases.close();
  }

  @Test
  void whatHasHadItsTimeGoesFromJournalWarehouseAndFilesAndItsCountsStay() throws IOException {
    add("bot-old", "viewed", 40, null, null, 0.9);
    add("bot-new", "viewed", 10, null, null, 0.9);
    add("page-old-customer", "viewed", 500, "c1", "v1", 0.1);
    add("stranger-old", "searched", 200, null, "v2", null);
    add("known-visitor", "searched", 200, null, "v1", null);
    add("tie", "loggedIn", 300, "c1", "v1", null);
    add("sale-old", "ordered", 3000, "c1", null, 0.9);
    add("review-old", "reviewed", 3000, "c1", null, null);
    Map<String, Long> expiring = new HashMap<>();
    retention.kinds().forEach(k -> expiring.put(k.id(), k.expiring()));
    assertEquals(
        Map.of(
            "botEvents",
            1L,
            "strangers",
            1L,
            "pageEvents",
            1L,
            "contacts",
            0L,
            "words",
            0L,
            "uploads",
            0L),
        expiring);
    job.run(new QuietRun("all"));
    Set<String> left = Set.of("bot-new", "known-visitor", "tie", "sale-old", "review-old");
    assertEquals(new TreeSet<>(left), inWarehouse());
    assertEquals(new TreeSet<>(left), inJournal());
    assertEquals(
        List.of("botEvents viewed 1 1", "pageEvents viewed 1 0", "strangers searched 1 0"),
        warehouse.query(
            "SELECT kind || ' ' || type || ' ' || events || ' ' || bots AS line FROM v1.past_days ORDER BY line",
            List.of(),
            r -> r.string("line")));
    for (String gone : List.of("bot-old", "stranger-old", "page-old-customer")) {
      assertFalse(stands(folder.resolve("data/journal"), "secret-" + gone), gone);
      assertFalse(stands(folder.resolve("data/warehouse"), "secret-" + gone), gone);
    }
    assertTrue(retention.kinds().stream().allMatch(k -> k.expiring() == 0));
    assertEquals("0", job.run(new QuietRun("all")).get("botEvents"), "nothing to do again");
  }

  @Test
  void aChangeCountsIsKeptAndIsAudited() {
    add("stranger", "viewed", 100, null, "v2", null);
    assertEquals(0, kind("strangers").expiring());
    retention.keep("strangers", OptionalInt.of(60));
    assertEquals(1, kind("strangers").expiring());
    retention.keep("strangers", OptionalInt.empty());
    assertEquals(0, kind("strangers").expiring());
    assertEquals(
        List.of(OptionalInt.empty(), OptionalInt.of(60)),
        retention.history("strangers").stream().map(c -> c.days()).toList());
    assertEquals(
        List.of(
            "retention.keep {from=180 days, to=60 days}",
            "retention.keep {from=60 days, to=for ever}"),
        acts);
    assertThrows(IllegalArgumentException.class, () -> retention.keep("sales", OptionalInt.of(9)));
    assertThrows(IllegalArgumentException.class, () -> retention.keep("words", OptionalInt.of(0)));
    assertTrue(
        retention.disk().stream().anyMatch(p -> p.name().equals("warehouse") && p.bytes() > 0));
  }

  private Kind kind(String id) {
    return retention.kinds().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  /// Into the journal and, as its follower would, into the warehouse.
  private void add(
      String id,
      String type,
      int daysAgo,
      @Nullable String customer,
      @Nullable String visitor,
      @Nullable Double bot) {
    Instant at = NOW.minus(Duration.ofDays(daysAgo));
    Map<String, String> properties = new HashMap<>(Map.of("note", "secret-" + id));
    if (bot != null) {
      properties.put("botProbability", bot.toString());
    }
    Event.Builder event = Event.builder(id, type, at).properties(properties);
    event.customer(customer == null ? null : new CustomerId(customer));
    event.visitor(visitor == null ? null : new VisitorId(visitor));
    event.order(type.equals("ordered") ? new OrderId("o1") : null);
    journal.append(event.build());
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", id);
    row.put("type", type);
    row.put("occurred_at", at);
    row.put("customer_id", customer);
    row.put("visitor_id", visitor);
    row.put("bot_probability", bot);
    row.put("properties", "{\"note\":\"secret-" + id + "\"}");
    row.put("order_id", type.equals("ordered") ? "o1" : null);
    warehouse.load(id, Map.of(), sink -> sink.add("events", row));
  }

  private Set<String> inWarehouse() {
    return new TreeSet<>(
        warehouse.query("SELECT event_id FROM v1.events", List.of(), r -> r.string("event_id")));
  }

  private Set<String> inJournal() {
    Set<String> ids = new TreeSet<>();
    for (int p = 0; p < journal.partitions(); p++) {
      for (JournalEntry entry : journal.replay(p, 0, 1_000)) {
        entry.event().ifPresent(e -> ids.add(e.id()));
      }
    }
    return ids;
  }

  private static boolean stands(Path in, String text) throws IOException {
    try (Stream<Path> files = Files.walk(in)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
