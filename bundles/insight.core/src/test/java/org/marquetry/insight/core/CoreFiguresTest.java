package org.marquetry.insight.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.insight.api.Board;
import org.marquetry.insight.api.DayValue;
import org.marquetry.insight.api.Explanation;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureNow;
import org.marquetry.insight.api.FigureRow;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real warehouse.
class CoreFiguresTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin"); // its clocks change
  private static final Instant NOW = Instant.parse("2026-11-24T13:30:00Z"); // a Tuesday
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;
  private Instant now = NOW;
  private List<Stretch> awake = List.of(new Stretch(Instant.EPOCH, NOW));
  private CoreFigures figures;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    figures =
        new CoreFigures(
            warehouse, () -> now, new ZoneOf(BERLIN, () -> now), () -> awake, Optional::empty);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @Test
  void anEmptyShopKnowsNothing() {
    Board board = figures.board();
    assertEquals(Optional.empty(), board.dataUpTo());
    assertEquals(3, board.figures().size());
    board
        .figures()
        .forEach(f -> {
          assertEquals(OptionalLong.empty(), f.today().value());
          assertEquals(OptionalLong.empty(), f.yesterday().value());
          assertTrue(f.comparison().isEmpty() && f.usualByNow().isEmpty());
        });
  }

  @Test
  void daysAreTheShopsAlsoWhereTheClockChanges() {
    TestShop shop = new TestShop(warehouse);
    Map<LocalDate, Long> net = new TreeMap<>();
    Random random = new Random(11);
    Instant at = Instant.parse("2025-10-20T00:00:00Z");
    for (int i = 0; at.isBefore(NOW); i++) {
      long minor = 100L + random.nextInt(5_000);
      shop.order("o" + i, "c" + i % 17, null, 1, minor, at);
      net.merge(LocalDate.ofInstant(at, BERLIN), minor, Long::sum);
      at = at.plus(Duration.ofMinutes(200L + random.nextInt(400)));
    }
    shop.load();
    LocalDate from = TODAY.minusMonths(13);
    List<DayValue> days = figures.days(Figure.NET_REVENUE, from, TODAY);
    assertEquals(TODAY.toEpochDay() - from.toEpochDay() + 1, days.size());
    for (DayValue day : days) {
      assertEquals(
          net.getOrDefault(day.day(), 0L), day.value().orElseThrow(), day.day().toString());
    }
    for (Figure figure : Figure.values()) {
      for (DayValue day : figures.days(figure, TODAY.minusDays(35), TODAY)) {
        addsUp(figure, day);
      }
    }
  }

  private void addsUp(Figure figure, DayValue day) {
    List<FigureRow> rows = figures.rows(figure, day.day(), 0, 1_000);
    assertEquals(day.value().orElseThrow(), rows.stream().mapToLong(FigureRow::counts).sum());
    assertEquals(day.value().orElseThrow(), figures.sum(figure, day.day()));
    assertEquals(rows.size(), figures.rowCount(figure, day.day()));
  }

  @Test
  void cancelledReturnedAndForeignLinesDoNotCount() {
    Instant morning = Instant.parse("2026-11-23T08:00:00Z");
    new TestShop(warehouse)
        .order("a", "ann", "tea", 2, 2_000, morning)
        .returned("a", "ann", "tea", 1, 1_000, morning.plusSeconds(60))
        .order("b", "ben", "tea", 1, 1_000, morning)
        .cancelled("b", "ben", morning.plusSeconds(90))
        .event("sent", "eve", null, morning, Map.of())
        .event("viewed", "cat", null, morning.plusSeconds(5), Map.of())
        .row(
            "events",
            Map.of(
                "event_id",
                "x",
                "type",
                "ordered",
                "occurred_at",
                morning,
                "received_at",
                morning,
                "order_id",
                "d",
                "amount_minor",
                700L,
                "currency",
                "USD",
                "customer_id",
                "dan"))
        .event("viewed", null, null, NOW, Map.of())
        .event("viewed", null, null, morning.minus(Duration.ofDays(3)), Map.of())
        .load();
    Board board = figures.board();
    assertEquals(Optional.of("EUR"), board.currency());
    assertEquals(1, board.otherCurrencies());
    assertEquals(List.of(1_000L, 2L, 4L), board.figures().stream().map(this::yesterday).toList());
    for (FigureNow figure : board.figures()) {
      assertTrue(figure.yesterday().complete());
      assertFalse(figure.today().complete());
      assertEquals(0, figure.today().value().orElseThrow()); // known: events came today
      assertEquals(Optional.empty(), figure.comparison()); // three days are no basis
      addsUp(figure.figure(), figure.yesterday());
    }
  }

  @Test
  void aLineThatNamesNoCurrencyIsInTheShops() {
    Instant morning = Instant.parse("2026-11-23T08:00:00Z");
    Map<String, Object> line =
        Map.of(
            "event_id", "x",
            "type", "ordered",
            "occurred_at", morning,
            "received_at", morning,
            "order_id", "d",
            "amount_minor", 700L,
            "customer_id", "dan");
    new TestShop(warehouse)
        .order("a", "ann", "tea", 2, 2_000, morning)
        .row("events", line)
        .event("viewed", null, null, NOW, Map.of())
        .load();
    Board board = figures.board();
    assertEquals(Optional.of("EUR"), board.currency());
    assertEquals(0, board.otherCurrencies());
    FigureNow revenue = board.figures().getFirst();
    assertEquals(2_700L, yesterday(revenue));
    addsUp(revenue.figure(), revenue.yesterday());
  }

  private long yesterday(FigureNow figure) {
    return figure.yesterday().value().orElseThrow();
  }

  @Test
  void aSilentFeedIsNotKnownAndNotZero() {
    new TestShop(warehouse)
        .order("a", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(9)))
        .order("b", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(3)))
        .load();
    FigureNow net = figures.board().figures().getFirst();
    assertEquals(OptionalLong.empty(), net.today().value());
    assertEquals(OptionalLong.empty(), net.yesterday().value());
    List<DayValue> days = figures.days(Figure.ORDERS, TODAY.minusDays(9), TODAY);
    assertEquals(OptionalLong.of(0), days.get(1).value());
    assertFalse(days.getFirst().complete());
    assertEquals(OptionalLong.empty(), days.get(7).value());
  }

  @Test
  void wordOfProductsAndOfWhatWasSentMakesNoDayKnown() {
    TestShop shop = new TestShop(warehouse); // its past still streams
    for (int day = 3; day <= 40; day++) {
      shop.order("o" + day, "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(day)));
    }
    shop.event("productChanged", null, "tea", NOW, Map.of())
        .event("customerChanged", "ann", null, NOW, Map.of())
        .event("sent", "ann", null, NOW, Map.of())
        .load();
    Board board = figures.board();
    assertEquals(Optional.of(NOW.minus(Duration.ofDays(3))), board.dataUpTo());
    for (FigureNow figure : board.figures()) {
      assertEquals(OptionalLong.empty(), figure.today().value());
      assertEquals(OptionalLong.empty(), figure.yesterday().value());
      assertFalse(figure.yesterday().complete());
      assertEquals(Optional.empty(), figure.comparison());
      List<DayValue> days = figures.days(figure.figure(), TODAY.minusDays(3), TODAY);
      assertTrue(days.getFirst().value().isPresent() && !days.getFirst().complete());
      assertTrue(days.stream().skip(1).allMatch(d -> d.value().isEmpty()), days.toString());
    }
  }

  @Test
  void ordersThatAFileHasNotBroughtAreNotZero() {
    TestShop shop = new TestShop(warehouse);
    for (int day = 3; day <= 40; day++) {
      shop.row("events", ordered(day, NOW, "orders.csv"));
    }
    for (int day = 0; day <= 40; day++) {
      shop.event("viewed", "ben", "tea", NOW.minus(Duration.ofDays(day)), Map.of());
    }
    shop.load();
    for (FigureNow figure : figures.board().figures()) {
      boolean acts = figure.figure() == Figure.ACTIVE_CUSTOMERS;
      assertEquals(acts ? OptionalLong.of(1) : OptionalLong.empty(), figure.today().value());
      assertEquals(acts ? OptionalLong.of(1) : OptionalLong.empty(), figure.yesterday().value());
      assertEquals(acts, figure.yesterday().complete());
    }
  }

  @Test
  void aDayBetweenTwoImportsIsNotKnownAndAQuietOneInsideIsZero() {
    TestShop shop = new TestShop(warehouse);
    for (int day : new int[] {20, 19, 18, 16, 15, 10, 9, 8, 6, 5}) {
      shop.row("events", ordered(day, NOW, day > 12 ? "first.csv" : "second.csv"));
    }
    shop.load();
    for (Figure figure : Figure.values()) {
      List<DayValue> days = figures.days(figure, TODAY.minusDays(20), TODAY);
      for (DayValue day : days) {
        long ago = TODAY.toEpochDay() - day.day().toEpochDay();
        boolean between = ago < 15 && ago > 10;
        assertEquals(ago < 5 || between, day.value().isEmpty(), figure + " " + day);
        assertEquals(ago > 5 && ago < 20 && !between, day.complete(), figure + " " + day);
        if (ago == 17 || ago == 7) {
          assertEquals(OptionalLong.of(0), day.value());
        }
      }
    }
  }

  /// Tuesdays of eight weeks, of which one import brought three and another two: the weeks between
  /// are no zeros to compare with.
  @Test
  void whatIsNotKnownIsNotComparedWith() {
    TestShop shop = new TestShop(warehouse);
    now = Instant.parse("2026-11-25T13:30:00Z"); // the Tuesday is yesterday
    awake = List.of();
    for (int week = 0; week <= 8; week++) {
      for (int more = -1; more <= 1 && (week < 3 || week > 4); more++) {
        shop.row("events", ordered(7 * week + more, NOW, week < 3 ? "new.csv" : "old.csv"));
      }
    }
    shop.load();
    FigureNow orders = figures.board().figures().get(1);
    assertEquals(OptionalLong.of(1), orders.yesterday().value());
    assertEquals(6, orders.comparison().orElseThrow().days()); // not 3 and 4 weeks ago
    assertEquals(1, orders.comparison().orElseThrow().mean());
  }

  private static Map<String, Object> ordered(int daysAgo, Instant from, String batch) {
    Instant at = from.minus(Duration.ofDays(daysAgo));
    return Map.of(
        "event_id",
        "o" + daysAgo,
        "type",
        "ordered",
        "occurred_at",
        at,
        "received_at",
        at,
        "order_id",
        "o" + daysAgo,
        "amount_minor",
        900L,
        "currency",
        "EUR",
        "customer_id",
        "ann",
        "batch_id",
        batch);
  }

  @Test
  void aDayWithoutEventsIsQuietOnlyWhileTheSuiteRan() {
    awake =
        List.of(
            new Stretch(NOW.minus(Duration.ofDays(12)), NOW.minus(Duration.ofDays(6))),
            new Stretch(NOW.minus(Duration.ofDays(3)), NOW));
    new TestShop(warehouse)
        .order("a", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(9)))
        .order("b", "ann", "tea", 1, 900, NOW.minus(Duration.ofDays(2)))
        .event("viewed", "ann", "tea", NOW.minusSeconds(60), Map.of())
        .load();
    List<DayValue> days = figures.days(Figure.ORDERS, TODAY.minusDays(12), TODAY);
    for (DayValue day : days) {
      OptionalLong expected =
          switch ((int) (TODAY.toEpochDay() - day.day().toEpochDay())) {
            case 9, 2 -> OptionalLong.of(1);
            case 8, 7, 1, 0 -> OptionalLong.of(0);
            default -> OptionalLong.empty(); // before the first event, or partly asleep
          };
      assertEquals(expected, day.value(), day.toString());
    }
  }

  @Test
  void aPastThatIsToldAtOnceHasQuietDays() {
    awake = List.of();
    TestShop shop = new TestShop(warehouse);
    for (int day : new int[] {60, 58, 51, 30, 1}) {
      Map<String, Object> told = Map.of("received_at", NOW);
      shop.event("viewed", "ann", "tea", NOW.minus(Duration.ofDays(day)), told);
    }
    shop.load();
    List<DayValue> days =
        figures.days(Figure.ACTIVE_CUSTOMERS, TODAY.minusDays(60), TODAY.minusDays(30));
    assertEquals(OptionalLong.of(0), days.get(1).value());
    assertEquals(OptionalLong.of(0), days.get(8).value()); // a quiet week
    assertEquals(OptionalLong.empty(), days.get(15).value()); // three weeks: a late one came
    assertEquals(OptionalLong.of(1), days.getLast().value());
  }

  @Test
  void yesterdayIsComparedWithTheSameWeekday() {
    TestShop shop = new TestShop(warehouse);
    Instant monday = Instant.parse("2026-11-23T11:00:00Z");
    for (int week = 0; week <= 9; week++) {
      long minor = week == 0 ? 90_000 : 10_000 + 500L * (week % 3);
      shop.order("m" + week, "ann", "tea", 1, minor, monday.minus(Duration.ofDays(7L * week)));
    }
    shop.event("viewed", "ann", null, NOW, Map.of()).load();
    FigureNow net = figures.board().figures().getFirst();
    assertEquals(8, net.comparison().orElseThrow().days());
    assertTrue(net.comparison().orElseThrow().unusual());
    FigureNow orders = figures.board().figures().get(1);
    assertFalse(orders.comparison().orElseThrow().unusual());
    assertEquals(0, orders.usualByNow().orElseThrow()); // Tuesdays had none
  }

  @Test
  void aBoardIsMadeAnewOnlyWhenSomethingChanged() {
    Board before = figures.board();
    assertSame(before, figures.board());
    new TestShop(warehouse).order("a", "ann", "tea", 1, 900, NOW).load();
    Board after = figures.board();
    assertEquals(900, after.figures().getFirst().today().value().orElseThrow());
    now = NOW.plusSeconds(61);
    assertEquals(after, figures.board());
  }

  @Test
  void historyThatCameJustNowCountsWithoutFurtherEvents() {
    figures.board();
    TestShop shop = new TestShop(warehouse);
    Instant monday = Instant.parse("2026-11-23T11:00:00Z");
    for (int week = 0; week <= 9; week++) {
      shop.order("m" + week, "ann", "tea", 1, 900, monday.minus(Duration.ofDays(7L * week)));
    }
    shop.event("viewed", "ann", null, NOW, Map.of()).load();
    figures.board();
    now = NOW.plus(RangeCache.OLDEST);
    assertTrue(figures.board().figures().get(1).comparison().isPresent());
  }

  @Test
  void anOddDayIsTakenApartByWhatDiffers() {
    TestShop shop = new TestShop(warehouse);
    shop.row("products", Map.of("product_id", "tea", "category", "Tea"));
    shop.row("products", Map.of("product_id", "cup", "category", "Cups"));
    Instant monday = Instant.parse("2026-11-23T11:00:00Z");
    for (int week = 0; week <= 9; week++) {
      Instant at = monday.minus(Duration.ofDays(7L * week));
      shop.order("t" + week, "ann", "tea", 1, 10_000, at);
      shop.order("c" + week, "ben", "cup", 1, week == 0 ? 50_000 : 4_000, at.plusSeconds(9));
    }
    shop.order("n", "new", "tea", 1, 500, monday)
        .event("viewed", "ann", null, NOW, Map.of())
        .load();
    Explanation odd = figures.explain(Figure.NET_REVENUE, TODAY.minusDays(1));
    assertEquals(60_500, odd.value().value().orElseThrow());
    assertEquals(14_000, odd.usual().orElseThrow());
    assertTrue(odd.comparison().isEmpty()); // all Mondays were the same
    List<Explanation.Share> categories = shares(odd, Explanation.Dimension.CATEGORY);
    assertEquals(List.of("Cups", "Tea"), categories.stream().map(s -> s.name()).toList());
    assertEquals(46_000, categories.getFirst().difference());
    assertEquals(60_500, categories.stream().mapToDouble(s -> s.value()).sum());
    List<Explanation.Share> customers = shares(odd, Explanation.Dimension.CUSTOMERS);
    assertEquals(List.of("known", "new"), customers.stream().map(s -> s.name()).toList());
    assertEquals(500, customers.getLast().value());
    Explanation orders = figures.explain(Figure.ORDERS, TODAY.minusDays(1));
    assertEquals(
        3,
        shares(orders, Explanation.Dimension.CUSTOMERS).stream().mapToDouble(s -> s.value()).sum());
    assertEquals(List.of(), shares(orders, Explanation.Dimension.SITE)); // the shop has one
    now = NOW.plusSeconds(5);
    Explanation active = figures.explain(Figure.ACTIVE_CUSTOMERS, TODAY);
    assertEquals(1, active.value().value().orElseThrow());
  }

  private static List<Explanation.Share> shares(Explanation of, Explanation.Dimension dimension) {
    return of.shares().stream().filter(s -> s.dimension() == dimension).toList();
  }

  @Test
  void saleDaysAreKnown() {
    assertEquals(
        List.of("618 sale", "Singles’ Day (11.11)", "Black Friday", "Cyber Monday", "12.12 sale"),
        figures.occasions(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)).stream()
            .map(o -> o.name().en())
            .toList());
    assertEquals(
        LocalDate.of(2026, 11, 27),
        figures.occasions(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 29)).getFirst().day());
    assertTrue(figures.explain(Figure.ORDERS, LocalDate.of(2026, 11, 11)).occasion().isPresent());
  }

  @Test
  void wrongRangesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> figures.days(Figure.ORDERS, TODAY, TODAY.minusDays(1)));
    assertThrows(
        IllegalArgumentException.class, () -> figures.rows(Figure.ORDERS, TODAY, 0, 1_001));
  }
}
