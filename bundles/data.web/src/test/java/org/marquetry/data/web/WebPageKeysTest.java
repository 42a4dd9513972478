package org.marquetry.data.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.data.api.PageKeys.WebDay;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.api.BatchSink;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

final class WebPageKeysTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  /// A shop in Kolkata, whose days begin at half past six in the evening, UTC.
  private static final ShopZone ZONE = new ZoneOf(ZoneId.of("Asia/Kolkata"), () -> NOW);

  @TempDir Path folder;
  private final List<Audit.Act> acts = new ArrayList<>();
  private final Audit audit = new AuditTo(acts::add);
  private H2Databases databases;
  private DuckDbWarehouse warehouse;
  private WebPageKeys keys;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> NOW);
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    keys = new WebPageKeys(new KeyTable(databases), audit, () -> NOW, ZONE, warehouse);
  }

  @AfterEach
  void close() {
    warehouse.close();
    databases.close();
  }

  @Test
  void aKeyOutlivesARestartAndItsHistoryIsInTheAudit() {
    PageKey made =
        keys.make(" Shop ", Set.of("https://shop.example", "https://cn.shop.example"), false);
    assertTrue(made.id().matches("pk_[A-Za-z0-9_-]{20}"), made.id());
    keys.change(made.id(), "Shop", Set.of("https://shop.example"), true);
    keys.remove(made.id());
    close();
    open();
    PageKey removed = keys.keys().getFirst();
    assertEquals("Shop", removed.label());
    assertEquals(Set.of("https://shop.example"), removed.origins());
    assertTrue(removed.countsOrders() && removed.removedAt().isPresent());
    assertThrows(IllegalArgumentException.class, () -> keys.remove(made.id()));
    assertThrows(
        IllegalArgumentException.class, () -> keys.snippet(made.id(), "https://suite.example"));
    keys.restore(made.id());
    String html = keys.snippet(made.id(), "https://suite.example/page-script?x");
    assertTrue(html.contains("src=\"https://suite.example/open/page.js\" data-key=\"" + made.id()));
    assertEquals(
        List.of("page.makeKey", "page.changeKey", "page.removeKey", "page.restoreKey"),
        acts.stream().map(Audit.Act::action).toList());
  }

  @Test
  void whatIsNoKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> keys.make("", Set.of("https://a.b"), false));
    assertThrows(IllegalArgumentException.class, () -> keys.make("x", Set.of(), false));
    assertThrows(IllegalArgumentException.class, () -> keys.make("x", Set.of("*"), false));
    assertEquals(List.of(), keys.keys());
  }

  @Test
  void programsAreCountedByDayOfTheShop() {
    warehouse.load(
        "b",
        Map.of(),
        sink -> {
          event(sink, "a", "2026-02-28T18:29:00Z", 0.9); // still the 28th there
          event(sink, "b", "2026-02-28T18:31:00Z", 0.9);
          event(sink, "c", "2026-03-01T08:00:00Z", 0.2);
          sink.add("events", Map.of("event_id", "d", "type", "ordered", "occurred_at", NOW));
        });
    LocalDate day = LocalDate.parse("2026-03-01");
    assertEquals(
        List.of(new WebDay(day.minusDays(1), 1, 1, 0.9), new WebDay(day, 2, 1, 1.1)),
        keys.days(day.minusDays(7), day));
    assertThrows(IllegalArgumentException.class, () -> keys.days(day, day.minusDays(1)));
  }

  private static void event(BatchSink sink, String id, String at, double bot) {
    sink.add(
        "events",
        Map.of(
            "event_id",
            id,
            "type",
            "viewed",
            "occurred_at",
            Instant.parse(at),
            "bot_probability",
            bot));
  }
}
