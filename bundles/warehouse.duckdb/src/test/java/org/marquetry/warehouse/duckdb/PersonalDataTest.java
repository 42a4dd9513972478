package org.marquetry.warehouse.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.PublishedView;
import org.marquetry.data.api.PublishedViews;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;

class PersonalDataTest {
  private static final PersonIds ANNA = PersonIds.of(Kind.CUSTOMER, "anna-77");
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final List<String> TRACES =
      List.of(
          "anna-77",
          "annadevice-1",
          "Anna Unmistakable",
          "anna.u@example.test",
          "old.anna@example.test",
          "anna-order-1",
          "anna-event",
          "her-own-words",
          "for-anna-because");

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

  private static Map<String, @Nullable Object> row(Object... namesAndValues) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }

  private static Map<String, @Nullable Object> event(
      String id, String type, String customer, Object... more) {
    Map<String, @Nullable Object> row = row(more);
    row.putAll(
        row(
            "event_id",
            id,
            "type",
            type,
            "occurred_at",
            Instant.parse("2025-03-01T10:07:31Z"),
            "received_at",
            Instant.parse("2025-03-01T10:07:32Z"),
            "customer_id",
            customer.isEmpty() ? null : customer));
    return row;
  }

  private void load(String batch) {
    warehouse.load(
        batch,
        Map.of(),
        sink -> {
          sink.add(
              "customers",
              row(
                  "customer_id",
                  "anna-77",
                  "name",
                  "Anna Unmistakable",
                  "email",
                  "anna.u@example.test",
                  "phone",
                  "+48 600 700 800",
                  "consent_email",
                  "granted"));
          sink.add(
              "customers", row("customer_id", "bob-1", "name", "Bob", "phone", "+48 600 700 800"));
          sink.add(
              "events",
              event(
                  "anna-event-1",
                  "customerChanged",
                  "anna-77",
                  "properties",
                  "{\"email\":\"old.anna@example.test\"}"));
          sink.add(
              "events",
              event(
                  "anna-event-2",
                  "viewed",
                  "anna-77",
                  "visitor_id",
                  "annadevice-1",
                  "product_id",
                  "p1"));
          sink.add("events", event("anna-event-3", "viewed", "", "visitor_id", "annadevice-1"));
          sink.add(
              "events", event("anna-event-4", "viewed", "anna-77", "visitor_id", "family-pad"));
          sink.add("events", event("bob-event-4", "viewed", "bob-1", "visitor_id", "family-pad"));
          sink.add(
              "events",
              event(
                  "anna-event-5",
                  "ordered",
                  "anna-77",
                  "order_id",
                  "anna-order-1",
                  "product_id",
                  "p1",
                  "amount_minor",
                  500L,
                  "currency",
                  "PLN",
                  "decision_id",
                  "anna-event-d"));
          sink.add(
              "events",
              event(
                  "return-6",
                  "returned",
                  "",
                  "order_id",
                  "anna-order-1",
                  "product_id",
                  "p1",
                  "amount_minor",
                  200L,
                  "currency",
                  "PLN"));
          sink.add(
              "events",
              event(
                  "anna-event-7",
                  "reviewed",
                  "anna-77",
                  "properties",
                  "{\"text\":\"her-own-words\"}"));
          sink.add(
              "events",
              event(
                  "anna-event-8",
                  "redeemed",
                  "anna-77",
                  "properties",
                  "{\"campaignId\":\"spring\",\"note\":\"her-own-words\"}"));
          sink.add(
              "events",
              event(
                  "bob-event-1",
                  "ordered",
                  "bob-1",
                  "order_id",
                  "bob-order-1",
                  "amount_minor",
                  300L,
                  "currency",
                  "PLN",
                  "properties",
                  "{\"note\":\"gift to Anna.U@example.test, cc joanna.u@example.test,"
                      + " anna.u@example.test.\"}"));
          sink.add(
              "decisions",
              row(
                  "decision_id",
                  "anna-event-d",
                  "decided_at",
                  Instant.parse("2025-03-01T09:59:59Z"),
                  "point",
                  "campaign.send",
                  "customer_id",
                  "anna-77",
                  "policy",
                  "thompson",
                  "policy_version",
                  "3",
                  "chosen",
                  "[\"b\"]",
                  "probability",
                  0.25,
                  "candidate_count",
                  2,
                  "candidates",
                  "[[\"b\",1.5,0.25]]",
                  "arms",
                  "{\"spring\":\"treated\"}",
                  "reasons",
                  "[[\"for-anna-because\",{}]]"));
          sink.add(
              "campaign_members",
              row(
                  "campaign_id",
                  "spring",
                  "customer_id",
                  "anna-77",
                  "variant",
                  "b",
                  "sent_at",
                  Instant.parse("2025-03-01T10:07:31Z")));
        });
  }

  private PersonIds everythingOfAnna() {
    PersonIds all = ANNA.and(warehouse.related(ANNA));
    return all.without(warehouse.shared(all));
  }

  @Test
  void aPersonIsMoreThanTheIdThatIsNamed() {
    load("one");
    PersonIds anna =
        ANNA.and(Kind.VISITOR, Set.of("annadevice-1"))
            .and(Kind.EMAIL, Set.of("anna.u@example.test", "old.anna@example.test"));
    assertEquals(anna, everythingOfAnna(), "without the phone and the device that Bob has too");
    assertEquals(
        ANNA, warehouse.related(PersonIds.of(Kind.EMAIL, "ANNA.U@example.test")), "by the address");
    assertEquals(
        ANNA,
        warehouse.related(PersonIds.of(Kind.EMAIL, "old.anna@example.test")),
        "by the one that she had before");
    Set<String> customers = new HashSet<>();
    Set<String> visitors = new HashSet<>();
    warehouse.everybody(page -> {
      customers.addAll(page.of(Kind.CUSTOMER));
      visitors.addAll(page.of(Kind.VISITOR));
    });
    assertEquals(Set.of("anna-77", "bob-1"), customers);
    assertEquals(Set.of("annadevice-1", "family-pad"), visitors);
  }

  @Test
  void theExportHoldsHersAndNothingOfBob() {
    load("one");
    List<StoredRecord> records = warehouse.export(everythingOfAnna());
    String text = records.stream().map(r -> r.kind() + r.fields()).toList().toString();
    for (String trace : TRACES) {
      assertTrue(text.contains(trace), trace);
    }
    assertFalse(text.contains("bob-"), text);
    assertEquals(10, records.size(), text);
  }

  @Test
  void afterAnErasureNoByteIsLeftAndTheTotalsStand() throws IOException {
    load("one");
    List<String> before = totals();
    close();
    assertThrows(AssertionError.class, this::assertNoTrace, "such a search finds what is there");
    open();
    List<String> bob = all("SELECT * FROM v1.events WHERE event_id = 'bob-event-4'");
    PersonIds anna = everythingOfAnna();
    assertTrue(warehouse.erase(new Erasure(anna, KEY), Progress.NONE) > 0);
    warehouse.compact(Progress.NONE);
    assertEquals(List.of(), warehouse.export(anna));
    assertEquals(before, totals());
    assertEquals(bob, all("SELECT * FROM v1.events WHERE event_id = 'bob-event-4'"));
    assertEquals(
        List.of(
            "{\"note\":\"gift to xxxxxxxxxxxxxxxxxxx, cc joanna.u@example.test,"
                + " xxxxxxxxxxxxxxxxxxx.\"}|2025-03-01 10:07:31"),
        all("SELECT properties, occurred_at FROM v1.events WHERE event_id = 'bob-event-1'"));
    assertEquals(
        List.of("treated|2025-03-01 09:45:00|0.25|[]|[]|ordered|500|2025-03-01 10:00:00|true"),
        all(
            "SELECT json_extract_string(arms, '$.spring'), decided_at, probability, candidates,"
                + " reasons, o.type, o.amount_minor, o.occurred_at, d.customer_id = o.customer_id"
                + " FROM v1.decisions d JOIN v1.outcomes o ON o.decision_id = d.decision_id"));
    assertEquals(
        List.of("{\"campaignId\":\"spring\"}"),
        all("SELECT properties FROM v1.events WHERE type = 'redeemed'"));
    assertEquals(0, warehouse.erase(new Erasure(anna, KEY), Progress.NONE), "again: nothing");
    close();
    assertNoTrace();
    open();
    assertEquals(before, totals());
  }

  @Test
  void aRunCutOffBeforeTheFileWasWrittenAnewIsMadeGood() throws IOException {
    load("one");
    warehouse.erase(new Erasure(everythingOfAnna(), KEY), Progress.NONE);
    close();
    Files.writeString(folder.resolve("fresh.duckdb"), "half a copy with anna-77");
    open();
    warehouse.compact(Progress.NONE);
    close();
    assertNoTrace();
    open();
  }

  @Test
  void queriesGoOnWhileTheFileIsWrittenAnew() throws Exception {
    load("one");
    List<Throwable> failures = new ArrayList<>();
    long[] answers = {0};
    boolean[] stop = {false};
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              while (!stop[0] && failures.isEmpty()) {
                try {
                  totals();
                  answers[0]++;
                } catch (RuntimeException | Error e) {
                  failures.add(e);
                }
              }
            });
    for (int i = 0; i < 10; i++) {
      warehouse.compact(Progress.NONE);
    }
    stop[0] = true;
    reader.join();
    assertEquals(List.of(), failures);
    assertTrue(answers[0] > 0);
  }

  @Test
  void everyColumnOfARowAboutAPersonIsDeclaredOrIsNoneOfHis() {
    Set<String> declared = Set.copyOf(warehouse.declaration().fields());
    assertEquals(
        List.of(),
        forgotten(PublishedViews.ALL, declared),
        "declare it in Persons and erase it, or say here that it is the shop's");
    PublishedView breach =
        new PublishedView(
            "v1.clicks",
            "planted",
            List.of(
                new PublishedView.Column("customer_id", "VARCHAR", ""),
                new PublishedView.Column("diary", "VARCHAR", "")));
    assertEquals(
        List.of("v1.clicks.customer_id", "v1.clicks.diary"), forgotten(List.of(breach), declared));
  }

  private static List<String> forgotten(List<PublishedView> views, Set<String> declared) {
    List<String> forgotten = new ArrayList<>();
    for (PublishedView view : views) {
      for (PublishedView.Column column : view.columns()) {
        String name = view.name() + "." + column.name();
        if (isAboutPersons(view)
            && !declared.contains(name)
            && !declared.contains(view.name() + ".*")
            && !ABOUT_THE_SHOP.contains(column.name())) {
          forgotten.add(name);
        }
      }
    }
    return forgotten;
  }

  /// What an erased row may keep.
  private static final Set<String> ABOUT_THE_SHOP =
      Set.of(
          "amount_minor",
          "arms",
          "batch_id",
          "by_customer",
          "campaign_id",
          "cancelled",
          "candidate_count",
          "chosen",
          "currency",
          "discount_minor",
          "kept",
          "line",
          "model_version",
          "net_minor",
          "net_quantity",
          "off",
          "part",
          "point",
          "policy",
          "policy_version",
          "probability",
          "product_id",
          "quantity",
          "returned_minor",
          "returned_quantity",
          "site",
          "type",
          "variant");

  private static boolean isAboutPersons(PublishedView view) {
    return view.columns().stream()
        .anyMatch(c -> c.name().equals("customer_id") || c.name().equals("visitor_id"));
  }

  private List<String> totals() {
    return all(
        "SELECT (SELECT count(*) FROM v1.events WHERE type IN ('ordered', 'returned', 'redeemed')),"
            + " (SELECT sum(net_minor) FROM v1.order_lines), (SELECT sum(returned_minor) FROM"
            + " v1.order_lines), (SELECT count(*) FROM v1.decisions WHERE policy = 'thompson'),"
            + " (SELECT count(*) FROM v1.outcomes), (SELECT count(*) FROM v1.campaign_members WHERE"
            + " variant = 'b'), (SELECT count(DISTINCT customer_id) FROM v1.order_lines)");
  }

  private List<String> all(String sql) {
    return warehouse.query(
        "SELECT concat_ws('|', *COLUMNS(*)) AS line FROM (" + sql + ")",
        List.of(),
        r -> r.string("line"));
  }

  private void assertNoTrace() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes =
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .replace("joanna.u@example.test", "Bob's friend");
        for (String trace : TRACES) {
          assertFalse(bytes.contains(trace), trace + " stands in " + file.getFileName());
        }
      }
    }
  }
}
