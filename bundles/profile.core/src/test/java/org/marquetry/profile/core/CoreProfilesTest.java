package org.marquetry.profile.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.Affinity;
import org.marquetry.profile.api.Check;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Explanation;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Segment;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real warehouse.
class CoreProfilesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final CustomerId ANN = new CustomerId("ann");

  @TempDir Path folder;
  private DuckDbWarehouse warehouse;
  private CoreProfiles profiles;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    profiles = new CoreProfiles(warehouse, ProfileOptions.STANDARD);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private TestShop smallShop() {
    return new TestShop(warehouse)
        .product("tea", "Green tea", "Drinks", 900)
        .product("cup", "Cup", "Kitchen", 700)
        .customer("ann", Map.of("country", "DE", "consent_email", "granted", "birth_year", 1980))
        .customer("eve", Map.of("country", "FR"))
        .order("o1", "ann", "tea", 1, 1_000, ago(100))
        .order("o2", "ann", "tea", 1, 2_000, ago(40))
        .order("o3", "ann", "cup", 1, 500, ago(40))
        .order("o4", "ann", "cup", 1, 9_000, ago(5))
        .cancelled("o4", "ann", ago(4))
        .order("o5", "bob", "cup", 2, 4_000, ago(70))
        .returned("o5", "bob", "cup", 1, 2_000, ago(60))
        .order("o6", null, "cup", 1, 100, ago(3))
        .order("late", "zoe", "cup", 1, 100, NOW.plusSeconds(60))
        .event("viewed", "eve", "cup", ago(2), Map.of());
  }

  @Test
  void traitsAreThoseOfTheOrdersThatStood() {
    smallShop().load();
    ProfileSummary summary = profiles.build(NOW, Progress.NONE);
    assertEquals(3, summary.customers());
    assertEquals(2, summary.buyers());
    assertEquals(ProfileSummary.Basis.ORDERS, summary.basis());
    assertEquals(5_500, summary.netRevenue());
    Profile ann = profiles.profile(ANN).orElseThrow();
    assertEquals(2, ann.number(Traits.FREQUENCY).orElseThrow());
    assertEquals(3, ann.number(Traits.ORDERS).orElseThrow());
    assertEquals(40, ann.number(Traits.RECENCY_DAYS).orElseThrow());
    assertEquals(100, ann.number(Traits.AGE_DAYS).orElseThrow());
    assertEquals(60, ann.number(Traits.DAYS_BETWEEN).orElseThrow());
    assertEquals(new Money(3_500, "EUR"), ann.money(Traits.NET_REVENUE).orElseThrow());
    assertEquals(LocalDate.of(2026, 4, 22), ann.date(Traits.LAST_ORDER).orElseThrow());
    assertEquals("DE", ann.text(Traits.COUNTRY).orElseThrow());
    assertEquals(1980, ann.number(Traits.BIRTH_YEAR).orElseThrow());
    Profile bob = profiles.profile(new CustomerId("bob")).orElseThrow();
    assertEquals(new Money(2_000, "EUR"), bob.money(Traits.NET_REVENUE).orElseThrow());
    Profile eve = profiles.profile(new CustomerId("eve")).orElseThrow();
    assertEquals(0, eve.number(Traits.FREQUENCY).orElseThrow());
    assertEquals(2, eve.number(Traits.QUIET_DAYS).orElseThrow());
    assertTrue(eve.number(Traits.RECENCY_DAYS).isEmpty());
    assertTrue(profiles.profile(new CustomerId("zoe")).isEmpty(), "zoe came after the moment");
  }

  @Test
  void aSmallShopSaysWhyThereIsNoLifetimeValue() {
    smallShop().load();
    ProfileSummary summary = profiles.build(NOW, Progress.NONE);
    assertFalse(summary.orderModel().fitted());
    assertEquals("fewer than 30 customers bought", summary.orderModel().note().en());
    assertFalse(summary.spendModel().fitted());
    assertTrue(Double.isNaN(summary.lifetimeValue()));
    assertTrue(profiles.profile(ANN).orElseThrow().lifetimeValue().isEmpty());
    assertEquals(
        List.of("1 of 5 order lines have no customer and count for nobody"),
        summary.notes().stream().map(note -> note.en()).toList());
  }

  @Test
  void affinitiesAreSharesShrunkTowardsTheShop() {
    smallShop().load();
    profiles.build(NOW, Progress.NONE);
    List<Affinity> ann = profiles.profile(ANN).orElseThrow().affinities();
    assertEquals(List.of("Drinks", "Kitchen"), ann.stream().map(Affinity::name).toList());
    assertEquals(1, ann.stream().mapToDouble(Affinity::share).sum(), 1e-6);
    assertTrue(ann.getFirst().lift() > 1 && ann.getLast().lift() < 1, ann::toString);
  }

  @Test
  void anEmptyWarehouseGivesNobody() {
    ProfileSummary summary = profiles.build(NOW, Progress.NONE);
    assertEquals(0, summary.customers());
    assertEquals(0, profiles.count(Condition.atLeast(Traits.FREQUENCY, 0)));
    assertEquals("there are no purchases", summary.orderModel().note().en());
  }

  @Test
  void withoutOrdersActiveDaysTakeTheirPlace() {
    TestShop shop = new TestShop(warehouse);
    for (int c = 0; c < 40; c++) {
      shop.reviewed("c" + c, "p", 4, ago(30 + c));
      shop.reviewed("c" + c, "q", 5, ago(30 + c));
      shop.reviewed("c" + c, "q", 5, ago(10 + c / 2));
    }
    shop.load();
    ProfileSummary summary = profiles.build(NOW, Progress.NONE);
    assertEquals(ProfileSummary.Basis.ACTIVITY, summary.basis());
    assertTrue(summary.currency().isEmpty());
    assertEquals(40, profiles.count(Condition.equal(Traits.FREQUENCY, 2)));
    assertEquals(0, profiles.count(Condition.known(Traits.ORDERS)));
    assertTrue(
        summary.notes().getFirst().en().startsWith("there are no orders of known customers"));
  }

  @Test
  void aConditionIsExplainedComparisonByComparison() {
    smallShop().load();
    profiles.build(NOW, Progress.NONE);
    Condition condition =
        Condition.all(
            Condition.atLeast(Traits.NET_REVENUE, 3_000), Condition.oneOf(Traits.GENDER, "f"));
    Explanation why = profiles.explain(condition, ANN).orElseThrow();
    assertFalse(why.member());
    assertEquals(
        List.of(Check.Verdict.TRUE, Check.Verdict.UNKNOWN),
        why.checks().stream().map(Check::verdict).toList());
    assertEquals("35.00 EUR", why.checks().getFirst().actual());
    assertEquals("net revenue: at least 30.00 EUR", why.checks().getFirst().sentence().en());
    assertEquals("累计净消费至少 30.00 EUR", why.checks().getFirst().sentence().zh());
  }

  @Test
  void questionsBeforeTheFirstBuildAreRefused() {
    var failure = assertThrows(IllegalStateException.class, () -> profiles.profile(ANN));
    assertEquals("there are no profiles yet: call build first", failure.getMessage());
    assertTrue(profiles.summary().isEmpty());
  }

  @Test
  void aCancelledBuildLeavesTheFormerProfiles() {
    smallShop().load();
    profiles.build(NOW, Progress.NONE);
    Progress cancelled =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(CancellationException.class, () -> profiles.build(NOW, cancelled));
    assertTrue(profiles.profile(ANN).isPresent());
  }

  @Test
  void aLargerShopGetsValuesThatAddUpAndDoNotDependOnTheOrderOfRows() {
    fill(new TestShop(warehouse), false).load();
    ProfileSummary summary = profiles.build(NOW, Progress.NONE);
    assertTrue(summary.orderModel().fitted(), () -> summary.orderModel().note().en());
    assertTrue(summary.spendModel().fitted(), () -> summary.spendModel().note().en());
    List<Profile> everybody =
        profiles.top(Condition.known(Traits.LIFETIME_VALUE), Traits.LIFETIME_VALUE, 10_000);
    assertEquals(summary.buyers(), everybody.size());
    double sum = 0;
    for (Profile profile : everybody) {
      var value = profile.lifetimeValue().orElseThrow();
      double alive = profile.number(Traits.PROBABILITY_ALIVE).orElseThrow();
      assertTrue(0 <= alive && alive <= 1);
      assertTrue(
          0 <= value.low() && value.low() <= value.estimate() && value.estimate() <= value.high());
      sum += value.estimate();
    }
    assertEquals(summary.lifetimeValue(), sum, 1e-6 * sum);
    assertEquals(
        summary.buyers(), summary.tiers().stream().mapToInt(tier -> tier.customers()).sum());
    assertEquals(
        summary.buyers(),
        summary.recencyFrequency().stream().flatMap(List::stream).mapToInt(n -> n).sum());

    try (DuckDbWarehouse other = new DuckDbWarehouse(folder.resolve("other"))) {
      fill(new TestShop(other), true).load();
      CoreProfiles reversed = new CoreProfiles(other, ProfileOptions.STANDARD);
      assertEquals(summary.toString(), reversed.build(NOW, Progress.NONE).toString());
      CustomerId first = everybody.getFirst().customer();
      assertEquals(
          profiles.profile(first).orElseThrow().lifetimeValue(),
          reversed.profile(first).orElseThrow().lifetimeValue());
    }
  }

  @Test
  void everyStandardSegmentIsSaidInBothLanguagesAndNamesKnownTraits() {
    for (Segment segment : profiles.segments()) {
      var sentence = profiles.sentence(segment.condition());
      assertFalse(sentence.zh().isBlank() || sentence.en().isBlank());
      Stream<Trait> traits =
          Evaluator.leaves(segment.condition()).stream().map(leaf -> leaf.trait());
      assertTrue(traits.allMatch(Traits.ALL::contains), segment::id);
    }
    assertEquals(
        "purchase days: 1 and days since the last purchase: at least 60 days and days since the"
            + " last purchase: at most 120 days",
        profiles
            .sentence(
                profiles.segments().stream()
                    .filter(segment -> segment.id().equals("once-60-120"))
                    .findFirst()
                    .orElseThrow()
                    .condition())
            .en());
  }

  private static TestShop fill(TestShop shop, boolean reversed) {
    record Order(int customer, int day, long amount) {}
    Random random = new Random(17);
    List<Order> orders = new java.util.ArrayList<>();
    for (int c = 0; c < 400; c++) {
      int day = random.nextInt(300) + 30;
      int level = 1_000 + random.nextInt(4_000);
      while (day > 0) {
        orders.add(new Order(c, day, level + random.nextInt(1_000)));
        day = random.nextInt(4) == 0 ? 0 : day - 1 - random.nextInt(60);
      }
    }
    if (reversed) {
      java.util.Collections.reverse(orders);
    }
    for (Order o : orders) {
      shop.order(
          "o%d-%d".formatted(o.customer(), o.day()),
          "c" + o.customer(),
          "p",
          1,
          o.amount(),
          ago(o.day()));
    }
    return shop;
  }
}
