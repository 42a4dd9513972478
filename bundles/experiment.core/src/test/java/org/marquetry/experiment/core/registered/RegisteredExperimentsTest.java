package org.marquetry.experiment.core.registered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.Design.Share;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.Sample;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.api.SplitCause;
import org.marquetry.experiment.api.Verdict;
import org.marquetry.experiment.api.WasItTrue;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real store and a real warehouse. The shop: 60 people, every second one held out; every
/// figure is worked out a second time here, person by person.
class RegisteredExperimentsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PEOPLE = 60;
  private static final double GOODS = 0.6;
  private static final double MESSAGE = 5;
  private static final double GIFT = 40;

  @TempDir static Path shared;
  private static DuckDbWarehouse shop;
  @TempDir Path folder;
  private Instant now = START.minus(Duration.ofDays(1));
  private final InstantSource clock = () -> now;
  private H2Databases databases;
  private DuckDbWarehouse warehouse = shop;
  private ExperimentStore store;
  private TimersWhenTold timers = new TimersWhenTold();
  private ExperimentLooks looks;
  private StoredExperiments experiments;
  private WarehouseReadings readings;
  private final List<String> acts = new ArrayList<>();

  @BeforeAll
  static void openShop() {
    shop = new DuckDbWarehouse(shared);
    load(shop);
  }

  @AfterAll
  static void closeShop() {
    shop.close();
  }

  @BeforeEach
  void start() {
    databases = new H2Databases(folder.resolve("sql"), clock);
    store = new ExperimentStore(databases, clock);
    ZoneOf zone = ZoneOf.utc(clock);
    experiments =
        new StoredExperiments(store, new AuditTo(act -> acts.add(act.action())), warehouse, zone);
    timers = new TimersWhenTold();
    looks = new ExperimentLooks(store, warehouse, zone, timers);
    readings = new WarehouseReadings(store, looks, warehouse, zone);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static ExperimentPlan plan(String name, List<Share> variants) {
    return new ExperimentPlan(
        new CampaignId("spring/~1"),
        name,
        0.5,
        variants,
        START,
        day(30),
        new ExperimentPlan.Costs(
            1 - GOODS, new Money((long) MESSAGE, "EUR"), new Money((long) GIFT, "EUR")),
        30,
        ExperimentPlan.Limits.USUAL);
  }

  private static ExperimentPlan plan() {
    return plan("Spring", List.of(new Share("a", 1)));
  }

  private Optional<Reading> reading(String id) {
    return Optional.of(readings.read(id));
  }

  private static Instant day(double days) {
    return START.plusSeconds((long) (days * 86_400));
  }

  private static boolean isHeld(int person) {
    return person % 2 == 0;
  }

  private static boolean buys(int person) {
    return person % 3 != 0;
  }

  private static boolean ordersOnce(int person) {
    return person % 4 >= 2;
  }

  private static double amount(int person) {
    return 2_000 + 50 * person + (isHeld(person) ? 0 : 700);
  }

  private static double orderDay(int person) {
    return 1.5 + person % 12;
  }

  /// Loads what happened. Person 1 has given a part of the order back, person 5's is cancelled;
  /// person 25 had a message of another campaign in between; person 17 pays in another currency.
  private static void load(DuckDbWarehouse warehouse) {
    TestShop shop = new TestShop(warehouse);
    for (int i = 0; i < PEOPLE; i++) {
      String c = "c" + i;
      if (ordersOnce(i)) {
        shop.order("before-" + i, c, "p", 1, 1_000 + 100 * i, day(-5));
      } else {
        shop.order("before-" + i, c, "p", 1, 500, day(-5));
        shop.order("sooner-" + i, c, "p", 1, 500 + 100 * i, day(-8));
      }
      shop.row(
          "decisions",
          Map.of(
              "decision_id",
              "d" + i,
              "decided_at",
              day(0.1),
              "point",
              "campaign.send",
              "customer_id",
              c,
              "arms",
              "{\"spring/~1\":\"" + (isHeld(i) ? "holdout" : "a") + "\"}"));
      if (!isHeld(i)) {
        shop.event("sent", c, null, day(0.5), of("spring/~1"));
      }
      if (buys(i)) {
        ordered(shop, i, i == 17 ? "USD" : "EUR");
      }
    }
    shop.returned("o1", "c1", "p", 1, 1_000, day(14));
    shop.cancelled("o5", "c5", day(9));
    shop.event("sent", "c25", null, day(1), of("other"));
    shop.event("redeemed", "c11", null, day(13), of("spring/~1"));
    shop.event("opened", "c1", null, day(0.6), of("spring/~1"));
    shop.event("opened", "c3", null, day(0.6), of("other"));
    shop.event("clicked", "c1", null, day(0.6), of("spring/~1"));
    shop.event("unsubscribed", "c3", null, day(0.7), Map.of());
    shop.row(
        "decisions",
        Map.of(
            "decision_id", "stranger",
            "decided_at", day(0.1),
            "point", "campaign.send",
            "customer_id", "stranger",
            "arms", "{\"spring/~1\":\"z\"}"));
    shop.load();
  }

  private static Map<String, String> of(String campaign) {
    return Map.of("properties", "{\"campaignId\":\"" + campaign + "\"}");
  }

  private static void ordered(TestShop shop, int i, String currency) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", "order-" + i);
    row.put("type", "ordered");
    row.put("occurred_at", day(orderDay(i)));
    row.put("received_at", day(orderDay(i)));
    row.put("customer_id", "c" + i);
    row.put("order_id", "o" + i);
    row.put("product_id", "p");
    row.put("quantity", 2.0);
    row.put("amount_minor", (long) amount(i));
    row.put("discount_minor", isHeld(i) ? 0L : 300L);
    row.put("currency", currency);
    shop.row("events", row);
  }

  /// Profit until a day, by hand.
  private static double profit(int i, double until) {
    double profit = isHeld(i) ? 0 : -MESSAGE;
    profit -= i == 11 && until > 13 ? GIFT : 0;
    if (!buys(i) || orderDay(i) >= until || i == 5 || i == 17) {
      return profit;
    }
    double paid = amount(i);
    double goods = GOODS * (paid + (isHeld(i) ? 0 : 300));
    return profit + (i == 1 ? paid - 1_000 - goods / 2 : paid - goods);
  }

  private static Sample sample(boolean held, double until) {
    return sample(held, until, i -> true);
  }

  private static Sample sample(boolean held, double until, IntPredicate who) {
    int[] people = IntStream.range(0, PEOPLE).filter(i -> isHeld(i) == held).filter(who).toArray();
    return Sample.of(
            held ? "holdout" : "a",
            IntStream.of(people).mapToDouble(i -> profit(i, until)).toArray())
        .withCovariate(IntStream.of(people).mapToDouble(i -> 1_000 + 100 * i).toArray());
  }

  private static Effect byHand(double until) {
    return new CoreExperiments().effect(sample(true, until), sample(false, until), 0.95);
  }

  /// The same with the interval of every look: that of people who come one after the other, tuned
  /// to 5,000, made as wide as the part of the 30 days asks for.
  private static Interval everyLook(double until) {
    Interval people = byHand(until).alwaysValid();
    double half = (people.high() - people.estimate()) * reach(until / 30) / reach(PEOPLE / 5_000.0);
    return new Interval(
        people.estimate(), people.estimate() - half, people.estimate() + half, 0.95);
  }

  private static double reach(double passed) {
    double v = 7.936_154_601_7 * passed; // l + log(l + 1), l = -2 log 0.05
    return Math.sqrt((1 + 1 / v) * Math.log((1 + v) / 0.0025));
  }

  private static void near(Interval want, Interval got) {
    assertEquals(want.estimate(), got.estimate(), 1e-6);
    assertEquals(want.low(), got.low(), 1e-6);
    assertEquals(want.high(), got.high(), 1e-6);
  }

  @Test
  void aPlanIsFixedWhenItStarts() {
    RegisteredExperiment first = experiments.register(plan());
    assertThrows(IllegalArgumentException.class, () -> experiments.register(plan()));
    ExperimentPlan two = plan("Spring 2", List.of(new Share("a", 0.5), new Share("b", 0.5)));
    RegisteredExperiment second = experiments.change(1, two);
    assertThrows(VersionConflict.class, () -> experiments.change(1, plan()));
    experiments.withdraw(first.id(), 2);
    assertEquals(List.of(), experiments.list());
    assertThrows(IllegalArgumentException.class, () -> experiments.change(3, plan()));
    databases.close();
    start(); // all of it is on disk
    RegisteredExperiment back = experiments.register(two);
    assertEquals(Act.RESTORED, back.act());
    assertEquals(second.design(), back.design(), "the split is what it was");
    assertEquals(
        List.of(two, two, two, plan()),
        experiments.history(first.id()).stream().map(RegisteredExperiment::plan).toList());
    now = START; // it begins
    assertThrows(IllegalArgumentException.class, () -> experiments.change(4, plan()));
    assertThrows(IllegalArgumentException.class, () -> experiments.withdraw(first.id(), 4));
    assertEquals(
        List.of(
            "experiment.register",
            "experiment.change",
            "experiment.withdraw",
            "experiment.register"),
        acts);
  }

  @Test
  void aReadingIsWhatTheFactsSay() {
    String id = experiments.register(plan()).id();
    assertEquals(0, readings.read(id).people());
    now = day(20);
    Reading reading = readings.read(id);
    Reading.Arm arm = reading.arms().getFirst();
    near(byHand(20).fixed(), arm.profit().fixed());
    near(everyLook(20), arm.profit().alwaysValid());
    near(everyLook(20).times(PEOPLE), arm.toAll());
    assertEquals(1, reading.ratio().p(), 1e-9);
    assertEquals(1, reading.notInPlan());
    assertEquals(1, reading.otherCurrency());
    assertEquals(List.of("holdout", "a"), reading.groups().stream().map(g -> g.name()).toList());
    assertEquals(0, reading.groups().getFirst().sent());
    Reading.Group a = reading.groups().getLast();
    assertEquals(
        List.of(30L, 1L, 1L, 2L), List.of(a.sent(), a.opened(), a.clicked(), a.returned()));
    assertEquals(Optional.empty(), reading.cause());
    Reading.Guardrail unsubscribed = a.guardrails().getFirst();
    assertEquals(1 / 30.0, unsubscribed.rate().estimate(), 1e-12);
    assertFalse(unsubscribed.isBroken()); // one of thirty may be luck
    // one point a day; only days on which ten of each group had bought
    Reading.Point last = arm.series().getLast();
    assertEquals(LocalDate.of(2026, 11, 20), last.day());
    near(arm.profit().alwaysValid(), last.alwaysValid());
    near(arm.profit().fixed(), last.fixed());
    Reading.Point earlier =
        arm.series().stream().filter(p -> p.day().getDayOfMonth() == 11).findFirst().orElseThrow();
    near(everyLook(11), earlier.alwaysValid());
    near(byHand(11).fixed(), earlier.fixed());
    assertEquals(LocalDate.of(2026, 11, 9), arm.series().getFirst().day());
    near(byHand(11).fixed(), readings.read(id, day(11)).arms().getFirst().profit().fixed());
    now = day(40);
    assertEquals(day(30), readings.read(id).until());
    assertTrue(readings.read(id).ended());
  }

  @Test
  void aSplitIsReadByWhatWasKnownBeforeTheStart() {
    String id = experiments.register(plan()).id();
    now = day(20);
    SegmentedReading orders = readings.segments(id, Split.ORDERS);
    assertTrue(orders.registered());
    assertEquals(1 - 0.05 / 3, orders.level(), 1e-12);
    // of those with several orders nine of a group have ordered since, too few
    assertEquals(List.of("one"), orders.parts().stream().map(p -> p.name()).toList());
    Effect want =
        new CoreExperiments()
            .effect(
                sample(true, 20, RegisteredExperimentsTest::ordersOnce),
                sample(false, 20, RegisteredExperimentsTest::ordersOnce),
                orders.level());
    near(want.fixed(), orders.parts().getFirst().profit().fixed());
    SegmentedReading last = readings.segments(id, Split.LAST_ORDER);
    assertFalse(last.registered(), "nobody said so before the start");
    assertEquals(List.of("recent"), last.parts().stream().map(p -> p.name()).toList());
    assertEquals(
        byHand(20).fixed().estimate(), last.parts().getFirst().profit().fixed().estimate(), 1e-6);
    assertEquals(
        List.of(Split.ORDERS), experiments.history(id).getFirst().plan().splits(), "it is stored");
  }

  @Test
  void whyGroupsAreUnevenIsSaidWhereTheLogTellsIt() {
    ExperimentPlan moved = called("moved");
    ExperimentPlan day = called("day");
    try (DuckDbWarehouse own = new DuckDbWarehouse(folder.resolve("uneven"))) {
      TestShop log = new TestShop(own);
      List<CustomerId> people =
          IntStream.range(0, 400).mapToObj(i -> new CustomerId("u" + i)).toList();
      List<Assignment> draws = draws(moved, people);
      int wrong = 0;
      for (int i = 0; i < people.size(); i++) {
        boolean moves = draws.get(i).isHoldout() && wrong < 100;
        wrong += moves ? 1 : 0;
        decided(log, moved, people.get(i), moves ? "a" : draws.get(i).group(), day(0.1));
      }
      List<Assignment> other = draws(day, people);
      for (int i = 0; i < people.size(); i++) { // of the second half only one group was noted
        if (i < 200 || !other.get(i).isHoldout()) {
          decided(log, day, people.get(i), other.get(i).group(), day(i < 200 ? 0.1 : 1.1));
        }
      }
      log.load();
      databases.close();
      warehouse = own;
      start();
      experiments.register(moved);
      experiments.register(day);
      now = day(20);
      Reading first = readings.read("moved");
      assertFalse(first.ratio().trustworthy());
      assertEquals(Optional.of(new SplitCause.Moved(100)), first.cause());
      long late = other.subList(200, 400).stream().filter(d -> !d.isHoldout()).count();
      assertEquals(
          Optional.of(new SplitCause.OneDay(LocalDate.of(2026, 11, 2), late)),
          readings.read("day").cause());
    }
  }

  private static ExperimentPlan called(String id) {
    ExperimentPlan plan = plan();
    return new ExperimentPlan(
        new CampaignId(id),
        id,
        plan.holdoutShare(),
        plan.variants(),
        plan.start(),
        plan.plannedEnd(),
        plan.costs(),
        plan.covariateDays(),
        plan.limits());
  }

  private static List<Assignment> draws(ExperimentPlan plan, List<CustomerId> people) {
    String id = plan.id().value();
    return new CoreExperiments()
        .assignAll(new Design(id, id, plan.holdoutShare(), plan.variants()), people);
  }

  private static void decided(
      TestShop log, ExperimentPlan plan, CustomerId customer, String group, Instant at) {
    String id = plan.id().value();
    log.row(
        "decisions",
        Map.of(
            "decision_id",
            id + customer.value(),
            "decided_at",
            at,
            "point",
            "campaign.send",
            "customer_id",
            customer.value(),
            "arms",
            "{\"" + id + "\":\"" + group + "\"}"));
  }

  @Test
  void todaySaysWhatMayBeDecidedAndLooksBack() {
    String id = experiments.register(plan()).id();
    ExperimentAgenda agenda = new ExperimentAgenda(store, looks, ZoneOf.utc(clock));
    assertEquals(List.of(), agenda.items(now), "it has not begun");
    assertEquals(Optional.empty(), readings.lately(id));
    now = day(9);
    timers.run();
    assertEquals(List.of(), agenda.items(now), "nothing is certain yet");
    now = day(31);
    timers.run();
    AgendaItem item = agenda.items(now).getFirst();
    assertEquals("Test “Spring” may be decided", item.title().en());
    assertEquals(Optional.of("experiments/" + id), item.address());
    Reading.Arm arm = readings.read(id).arms().getFirst();
    assertEquals(
        Optional.of(new Money(Math.abs(Math.round(arm.toAll().estimate())), "EUR")), item.stake());
    assertEquals(reading(id), readings.lately(id));
    experiments.decide(id, new Choice.Stop(), "Enough");
    assertEquals(List.of(), agenda.items(now));
    now = day(31 + 60.5);
    assertEquals(
        "“Spring”: was it true? The answer is there",
        agenda.items(day(31 + 59)).getFirst().title().en());
    assertEquals(List.of(), agenda.items(now), "said once, not for good");
    looks.stop();
  }

  @Test
  void lastTouchAndHoldoutStandSideBySide() {
    String id = experiments.register(plan()).id();
    now = day(20);
    Attribution seven = readings.attribution(id, 7);
    // a message at 0.5: orders until 7.5, not those after another campaign's message
    int[] credited =
        IntStream.range(0, PEOPLE)
            .filter(i -> !isHeld(i) && buys(i) && orderDay(i) < 7.5 && i != 5 && i != 25 && i != 17)
            .toArray();
    assertEquals(credited.length, seven.lastTouch().orders());
    assertEquals(
        IntStream.of(credited).mapToDouble(i -> amount(i) - (i == 1 ? 1_000 : 0)).sum(),
        seven.lastTouch().revenueMinor(),
        1e-6);
    assertEquals(
        IntStream.of(credited).mapToDouble(i -> profit(i, 20) + MESSAGE).sum()
            - 30 * MESSAGE
            - GIFT,
        seven.lastTouch().profitMinor(),
        1e-6);
    near(everyLook(20).times(30), seven.profit());
    assertTrue(seven.orders().estimate() < seven.lastTouch().orders());
    assertEquals(
        1 - seven.orders().estimate() / credited.length, seven.creditedForNothing(), 1e-12);
    assertTrue(readings.attribution(id, 14).lastTouch().orders() > seven.lastTouch().orders());
  }

  @Test
  void aDecisionKeepsWhatWasSeen() {
    databases.close();
    try (DuckDbWarehouse own = new DuckDbWarehouse(folder.resolve("warehouse"))) {
      load(own);
      warehouse = own;
      start();
      decideAndLookBack(own);
    }
  }

  private void decideAndLookBack(DuckDbWarehouse own) {
    String id = experiments.register(plan()).id();
    assertThrows(
        IllegalArgumentException.class,
        () -> experiments.decide(id, new Choice.Stop(), "not yet begun"));
    now = day(20);
    assertThrows(
        IllegalArgumentException.class,
        () -> experiments.decide(id, new Choice.Ship("b"), "no such one"));
    ExperimentDecision shipped = experiments.decide(id, new Choice.Ship("a"), " It earns more ");
    databases.close();
    start();
    assertEquals(List.of(shipped), experiments.decisions(id));
    assertEquals("It earns more", shipped.reason());
    near(byHand(20).fixed(), shipped.seen().getFirst().fixed());
    assertThrows(
        IllegalArgumentException.class, () -> experiments.decide(id, new Choice.Stop(), "again"));
    assertEquals(0, readings.changedSince(id, 1).getFirst().difference(), 1e-9);
    // a return that is told after the decision: person 13 gives all of it back
    new TestShop(own, "EUR", "late")
        .returned("o13", "c13", "p", 2, (long) amount(13), day(25))
        .load();
    ExperimentReadings.Change change = readings.changedSince(id, 1).getFirst();
    assertEquals(
        -(amount(13) - GOODS * (amount(13) + 300)) / 30,
        change.difference(),
        2); // but for the covariate
    now = day(25);
    WasItTrue early = readings.wasItTrue(id, 1).orElseThrow();
    assertEquals(day(80), early.due());
    near(shipped.seen().getFirst().fixed(), early.thought());
    near(readings.read(id, now).arms().getFirst().profit().alwaysValid(), early.whole());
    assertEquals(0, early.since().estimate(), 1e-6); // nobody bought after it
    assertThrows(IllegalArgumentException.class, () -> experiments.undo(id, 1), "after a day");
  }

  @Test
  void runningLongerIsRecordedAndCanBeUndone() {
    String id = experiments.register(plan()).id();
    now = day(29);
    assertThrows(
        IllegalArgumentException.class,
        () -> experiments.decide(id, new Choice.RunLonger(day(30)), "not later"));
    experiments.decide(id, new Choice.RunLonger(day(45)), "More people come back");
    RegisteredExperiment longer = experiments.find(id).orElseThrow();
    assertEquals(day(45), longer.plan().plannedEnd());
    assertTrue(longer.isExtended());
    assertEquals(2, longer.version());
    now = day(29.5);
    ExperimentDecision undone = experiments.undo(id, 1);
    assertFalse(undone.holds());
    assertEquals(List.of(undone), experiments.decisions(id));
    assertEquals(day(30), experiments.find(id).orElseThrow().plan().plannedEnd());
    assertFalse(experiments.find(id).orElseThrow().isExtended());
    assertThrows(IllegalArgumentException.class, () -> experiments.undo(id, 1), "once");
    experiments.decide(id, new Choice.RunLonger(day(45)), "After all");
    now = day(46);
    Reading reading = readings.read(id);
    assertTrue(reading.ended());
    assertEquals(day(45), reading.until());
    Reading.Arm arm = reading.arms().getFirst();
    near(arm.profit().alwaysValid().times(PEOPLE), arm.toAll()); // it was looked at twice
    assertTrue(
        arm.verdict().key() == Verdict.Key.NO_LARGER_THAN || arm.profit().alwaysValid().low() > 0,
        arm.toString());
    assertEquals(
        List.of("experiment.register", "experiment.decide", "experiment.undo", "experiment.decide"),
        acts);
  }
}
