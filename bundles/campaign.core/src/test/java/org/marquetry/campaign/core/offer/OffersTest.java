package org.marquetry.campaign.core.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.OfferFinding;
import org.marquetry.campaign.api.OfferFinding.Kind;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real store and a real warehouse.
class OffersTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"));
  private static final CampaignId SPRING = new CampaignId("spring");
  private static final List<Long> PRICES = List.of(300L, 990L, 1_000L, 2_550L, 12_000L);

  @TempDir Path folder;
  private H2Databases databases;
  private DuckDbWarehouse warehouse;
  private StoredOffers offers;
  private OfferStore store;
  private final List<String> acts = new ArrayList<>();

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    start();
  }

  private void start() {
    databases = new H2Databases(folder.resolve("sql"), CLOCK);
    store = new OfferStore(databases, CLOCK);
    offers =
        new StoredOffers(
            store, new AuditTo(act -> acts.add(act.action())), warehouse, ZoneOf.utc(CLOCK));
  }

  @AfterEach
  void close() {
    databases.close();
    warehouse.close();
  }

  private static Offer.Builder tenPercent(String name) {
    return Offer.builder(name, new Benefit.Percent(0.1));
  }

  private static Money euros(long minor) {
    return new Money(minor, "EUR");
  }

  private void shelf() {
    TestShop shop = new TestShop(warehouse);
    for (int i = 0; i < PRICES.size(); i++) {
      shop.product("p" + i, "Product " + i, "things", PRICES.get(i));
    }
    shop.load();
  }

  private List<Kind> kinds(Offer offer, double margin, boolean stops) {
    return offers.check(offer, Optional.empty(), margin).stream()
        .filter(f -> f.stops() == stops)
        .map(OfferFinding::kind)
        .toList();
  }

  @Test
  void eachChangeIsAVersionThatCanComeBack() {
    Offer whole =
        Offer.builder("Tea for new ones", new Benefit.Gift("A tin of tea", euros(240)))
            .coupon(new Coupon.One("TEA-24"))
            .minimumOrder(euros(3_000))
            .floorPrice(euros(500))
            .marginGuard(OptionalDouble.of(0.1))
            .from(LocalDate.of(2026, 12, 1))
            .until(LocalDate.of(2026, 12, 24))
            .stacks(true)
            .build();
    SavedOffer first = offers.create(whole);
    SavedOffer second = offers.change(first.id(), 1, tenPercent("Ten").build());
    VersionConflict conflict =
        assertThrows(
            VersionConflict.class, () -> offers.change(first.id(), 1, tenPercent("Late").build()));
    assertEquals(second.version(), conflict.version());
    offers.delete(first.id(), 2);
    assertEquals(List.of(), offers.list());
    databases.close();
    start(); // all of it is on disk
    assertEquals(List.of(first.id()), offers.deleted().stream().map(SavedOffer::id).toList());
    SavedOffer back = offers.restore(first.id(), 1);
    assertEquals(whole, back.offer());
    assertEquals(
        List.of(Act.RESTORED, Act.DELETED, Act.CHANGED, Act.CREATED),
        offers.history(first.id()).stream().map(SavedOffer::act).toList());
    assertEquals(first, offers.history(first.id()).getLast());
    assertEquals(List.of("offer.create", "offer.change", "offer.delete", "offer.restore"), acts);
  }

  @Test
  void aNameIsThereOnce() {
    SavedOffer ten = offers.create(tenPercent("Ten").build());
    assertThrows(IllegalArgumentException.class, () -> offers.create(tenPercent(" ten ").build()));
    offers.delete(ten.id(), 1);
    offers.create(tenPercent("Ten").build());
    assertThrows(IllegalArgumentException.class, () -> offers.restore(ten.id(), 1));
    assertEquals(1, offers.list().size());
  }

  @Test
  void everyKindOfBenefitIsKept() {
    List<Benefit> all =
        List.of(
            new Benefit.None(),
            new Benefit.Percent(0.15),
            new Benefit.Amount(euros(500)),
            new Benefit.Gift("Soap", euros(120)),
            new Benefit.FreeDelivery(euros(490)));
    for (int i = 0; i < all.size(); i++) {
      Coupon coupon = i % 2 == 0 ? new Coupon.Each() : new Coupon.None();
      Offer offer = Offer.builder("Offer " + i, all.get(i)).coupon(coupon).build();
      assertEquals(offer, offers.history(offers.create(offer).id()).getFirst().offer());
    }
  }

  @Test
  void aFloorPriceIsHeldForEachProduct() {
    shelf();
    SplittableRandom random = new SplittableRandom(7);
    int stopped = 0;
    for (int i = 0; i < 200; i++) {
      long minimum = random.nextInt(2) * random.nextLong(1, 6_000);
      Benefit benefit =
          random.nextBoolean()
              ? new Benefit.Percent(random.nextDouble(0.01, 0.9))
              : new Benefit.Amount(euros(random.nextLong(1, 2_000)));
      long floor = random.nextLong(1, 400);
      Offer offer =
          Offer.builder("o", benefit)
              .minimumOrder(minimum == 0 ? null : euros(minimum))
              .floorPrice(euros(floor))
              .build();
      long below =
          PRICES.stream()
              .filter(price -> {
                double order = Math.max(price, minimum);
                return price * (1 - benefit.reduction(order) / order) < floor;
              })
              .count();
      List<OfferFinding> found =
          offers.check(offer, Optional.empty(), 0.99).stream()
              .filter(f -> f.kind() == Kind.FLOOR_PRICE)
              .toList();
      assertEquals(below > 0, !found.isEmpty(), offer + " " + below);
      if (below > 0) {
        stopped++;
        assertTrue(found.getFirst().words().en().startsWith(below + " product"));
      }
    }
    assertTrue(stopped > 20 && stopped < 180, stopped + " of 200");
  }

  @Test
  void theSmallestOrderMustLeaveTheMargin() {
    shelf();
    assertEquals(0, OfferCheck.left(new Benefit.Percent(0.3), 1_000, 0.3), 1e-12);
    assertEquals(1 - 700 / 900.0, OfferCheck.left(new Benefit.Percent(0.1), 1_000, 0.3), 1e-12);
    assertEquals(0.3 - 0.24, OfferCheck.left(new Benefit.Gift("g", euros(240)), 1_000, 0.3), 1e-12);
    assertEquals(
        Double.NEGATIVE_INFINITY, OfferCheck.left(new Benefit.Amount(euros(500)), 400, 0.3));
    Offer.Builder off = Offer.builder("o", new Benefit.Amount(euros(200)));
    assertEquals(List.of(Kind.MARGIN), kinds(off.build(), 0.3, false)); // of 3.00, 1.00 is paid
    assertEquals(List.of(), kinds(off.minimumOrder(euros(2_000)).build(), 0.3, false));
    assertEquals(
        List.of(Kind.MARGIN), kinds(off.marginGuard(OptionalDouble.of(0.25)).build(), 0.3, true));
  }

  @Test
  void dayCurrencyAndCodesAreLookedAt() {
    shelf();
    assertEquals(
        List.of(Kind.VALIDITY),
        kinds(tenPercent("o").until(LocalDate.of(2026, 11, 28)).build(), 0.3, true));
    assertEquals(
        List.of(), kinds(tenPercent("o").until(LocalDate.of(2026, 11, 29)).build(), 0.3, true));
    assertEquals(
        List.of(Kind.VALIDITY),
        kinds(tenPercent("o").from(LocalDate.of(2026, 11, 30)).build(), 0.3, false));
    assertEquals(
        List.of(Kind.CURRENCY),
        kinds(Offer.builder("o", new Benefit.Amount(new Money(5, "CNY"))).build(), 0.3, true));
    assertEquals(
        List.of(Kind.CODES), kinds(tenPercent("o").coupon(new Coupon.Each()).build(), 0.3, true));
  }

  private String withCodes(int codes) {
    String id = offers.create(tenPercent("Own codes").coupon(new Coupon.Each()).build()).id();
    offers.addCodes(id, IntStream.range(0, codes).mapToObj(i -> "CODE-" + i).toList());
    return id;
  }

  private Optional<String> give(String id, String customer) {
    return offers.give(id, SPRING, new CustomerId(customer));
  }

  @Test
  void noCodeIsGivenTwice() throws InterruptedException {
    int people = 300;
    String id = withCodes(280);
    Map<String, String> given = new ConcurrentHashMap<>();
    List<String> without = Collections.synchronizedList(new ArrayList<>());
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      int first = t * 31;
      Thread thread =
          Thread.ofVirtual()
              .unstarted(() -> {
                for (int i = 0; i < people; i++) { // all ask for everybody, in other orders
                  String person = "c" + (first + i) % people;
                  give(id, person)
                      .ifPresentOrElse(
                          code -> {
                            String before = given.put(person, code);
                            assertTrue(before == null || before.equals(code), person);
                          },
                          () -> without.add(person));
                }
              });
      thread.setUncaughtExceptionHandler((_, e) -> failures.add(e));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
    assertEquals(280, given.size());
    assertEquals(280, new TreeSet<>(given.values()).size());
    assertEquals(20, new TreeSet<>(without).size());
    assertEquals(new OfferCodes(280, 280), offers.codes(id));
  }

  @Test
  void aCodeThatDidNotGoOutMayGoToSomebodyElse() {
    String id = withCodes(1);
    assertEquals(Optional.of("CODE-0"), give(id, "ann"));
    assertEquals(Optional.empty(), give(id, "ben"));
    offers.takeBack(id, SPRING, new CustomerId("ann"));
    assertEquals(Optional.of("CODE-0"), give(id, "ben"));
    assertEquals(0, offers.dropFreeCodes(id));
    assertEquals(new OfferCodes(1, 1), offers.codes(id));
  }

  @Test
  void codesAreAddedOnceOrNotAtAll() {
    String id = withCodes(100);
    assertEquals(
        new OfferCodes.Added(1, 2), offers.addCodes(id, List.of("CODE-1", "NEW-1", "NEW-1")));
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> offers.addCodes(id, List.of("NEW-2", "two words")));
    assertTrue(String.valueOf(wrong.getMessage()).contains("line 2"), wrong::getMessage);
    assertEquals(101, offers.codes(id).total());
    OfferAgenda agenda = new OfferAgenda(store);
    IntStream.range(0, 90).forEach(i -> give(id, "c" + i));
    assertEquals(List.of(), agenda.items(Instant.EPOCH));
    give(id, "c90");
    assertEquals("offers/" + id, agenda.items(Instant.EPOCH).getFirst().address().orElseThrow());
    assertEquals(CLOCK.instant(), agenda.items(Instant.EPOCH).getFirst().at());
    assertEquals(10, offers.dropFreeCodes(id));
  }

  @Test
  void anErasedPersonLeavesACodeThatNobodyGets() {
    String id = withCodes(2);
    give(id, "ann");
    OfferData data = new OfferData(store, databases);
    PersonIds ann = PersonIds.of(PersonIds.Kind.CUSTOMER, "ann");
    assertEquals("CODE-0", data.export(ann).getFirst().fields().get("code"));
    Map<PersonIds.Kind, Integer> seen = new HashMap<>();
    data.everybody(page -> seen.merge(PersonIds.Kind.CUSTOMER, page.size(), Integer::sum));
    assertEquals(Map.of(PersonIds.Kind.CUSTOMER, 1), seen);
    assertEquals(1, data.erase(new Erasure(ann, "0".repeat(32)), new QuietRun("erase")));
    assertEquals(List.of(), data.export(ann));
    assertEquals(Optional.of("CODE-1"), give(id, "ben"));
    assertEquals(new OfferCodes(2, 2), offers.codes(id));
  }
}
