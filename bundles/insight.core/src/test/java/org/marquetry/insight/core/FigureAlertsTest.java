package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Audit;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureAlert;
import org.marquetry.insight.api.FigureAlert.When;
import org.marquetry.insight.api.FigureAlerts;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real warehouse and a real store.
class FigureAlertsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-24T13:30:00Z"); // a Tuesday
  private static final Instant MONDAY = Instant.parse("2026-11-23T11:00:00Z");

  @TempDir Path folder;
  private final List<Audit.Act> audited = new ArrayList<>();
  private DuckDbWarehouse warehouse;
  private H2Databases databases;
  private FigureAlerts alerts;
  private FigureAgenda agenda;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    databases = new H2Databases(folder.resolve("store"), () -> NOW);
    ZoneOf zone = new ZoneOf(BERLIN, () -> NOW);
    alerts =
        new CoreFigureAlerts(new InsightStore(databases), new AuditTo(audited::add), () -> NOW);
    agenda =
        new FigureAgenda(
            alerts,
            new CoreFigures(warehouse, () -> NOW, zone, FigureAlertsTest::awake, Optional::empty),
            zone);
  }

  private static List<Stretch> awake() {
    return List.of(new Stretch(Instant.EPOCH, NOW));
  }

  @AfterEach
  void close() {
    databases.close();
    warehouse.close();
  }

  /// Ten Mondays, the last one odd, and a little of Tuesday.
  private void shop() {
    TestShop shop = new TestShop(warehouse);
    for (int week = 0; week <= 9; week++) {
      long minor = week == 0 ? 90_000 : 10_000 + 500L * (week % 3);
      shop.order("m" + week, "ann", "tea", 1, minor, MONDAY.minus(Duration.ofDays(7L * week)));
    }
    shop.order("t", "ann", "tea", 1, 4_000, NOW.minusSeconds(60))
        .event("viewed", "ann", null, NOW, Map.of())
        .load();
  }

  private List<String> titles() {
    return agenda.items(NOW).stream().map(item -> item.title().en()).toList();
  }

  @Test
  void anAlertRingsWhenTheLastWholeDayWasUnusualOrCrossedAValue() {
    shop();
    assertEquals(List.of(), titles());
    alerts.save(Figure.NET_REVENUE, When.UNUSUAL, OptionalLong.empty());
    alerts.save(Figure.ORDERS, When.UNUSUAL, OptionalLong.empty());
    alerts.save(Figure.NET_REVENUE, When.BELOW, OptionalLong.of(90_000));
    alerts.save(Figure.NET_REVENUE, When.BELOW, OptionalLong.of(90_001));
    alerts.save(Figure.NET_REVENUE, When.ABOVE, OptionalLong.of(90_000));
    alerts.save(Figure.NET_REVENUE, When.ABOVE, OptionalLong.of(89_999));
    assertEquals(
        List.of(
            "Net revenue on Nov 23: €900.00, unusual (usually €105.63)",
            "Net revenue on Nov 23: €900.00, below €900.01",
            "Net revenue on Nov 23: €900.00, above €899.99"),
        titles());
    AgendaItem first = agenda.items(NOW).getFirst();
    assertEquals(AgendaItem.Kind.WRONG, first.kind());
    assertEquals("11月23日净收入 €900.00，不寻常（平常 €105.63）", first.title().zh());
    assertEquals(Optional.of("figures/net-revenue?day=2026-11-23"), first.address());
    assertEquals(Instant.parse("2026-11-23T23:00:00Z"), first.at());
  }

  @Test
  void whatTodayCameToSoFarRingsOnlyAboveAValue() {
    shop();
    alerts.save(Figure.ORDERS, When.ABOVE, OptionalLong.of(1));
    alerts.save(Figure.ACTIVE_CUSTOMERS, When.ABOVE, OptionalLong.of(0));
    alerts.save(Figure.ORDERS, When.BELOW, OptionalLong.of(1));
    assertEquals(List.of("Active customers on Nov 24: 1, above 0"), titles());
  }

  @Test
  void whatIsNotKnownRingsNothing() {
    new TestShop(warehouse)
        .order("a", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(9)))
        .order("b", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(3)))
        .event("productChanged", null, "tea", NOW, Map.of())
        .load();
    alerts.save(Figure.ORDERS, When.BELOW, OptionalLong.of(5));
    alerts.save(Figure.NET_REVENUE, When.UNUSUAL, OptionalLong.empty());
    assertEquals(List.of(), titles());
  }

  @Test
  void alertsAreKeptOnceAuditedAndRemoved() {
    FigureAlert saved = alerts.save(Figure.ORDERS, When.BELOW, OptionalLong.of(5));
    assertEquals(saved, alerts.save(Figure.ORDERS, When.BELOW, OptionalLong.of(5)));
    assertEquals(List.of(saved), alerts.list());
    alerts.remove(saved.id());
    alerts.remove(saved.id());
    assertEquals(List.of(), alerts.list());
    assertEquals(
        List.of("alert.create", "alert.remove"), audited.stream().map(Audit.Act::action).toList());
    assertThrows(
        IllegalArgumentException.class,
        () -> alerts.save(Figure.ORDERS, When.BELOW, OptionalLong.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> alerts.save(Figure.ORDERS, When.UNUSUAL, OptionalLong.of(1)));
    for (int i = 0; i < FigureAlerts.MAX_ALERTS; i++) {
      alerts.save(Figure.ORDERS, When.ABOVE, OptionalLong.of(i));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> alerts.save(Figure.ORDERS, When.ABOVE, OptionalLong.of(99)));
  }
}
