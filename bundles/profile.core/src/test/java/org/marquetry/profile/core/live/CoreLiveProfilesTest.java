package org.marquetry.profile.core.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.events.EventLoader;
import org.marquetry.lib.doubles.ZoneOf;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.api.projection.Projections;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.platform.projection.JournalProjections;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.CustomerPage.By;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.profile.core.CoreProfiles;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;

/// On a real journal, projection and warehouse.
class CoreLiveProfilesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final CustomerId ANN = new CustomerId("ann");
  private static final List<Trait> SHARED =
      List.of(
          Traits.ORDERS,
          Traits.FREQUENCY,
          Traits.NET_REVENUE,
          Traits.AVERAGE_ORDER,
          Traits.RECENCY_DAYS,
          Traits.AGE_DAYS,
          Traits.DAYS_BETWEEN,
          Traits.QUIET_DAYS);

  @TempDir Path folder;
  private FileJournal journal;
  private DuckDbWarehouse warehouse;
  private JournalProjections projections;
  private CoreLiveProfiles live;
  private LiveStore store;
  private int events;

  @BeforeEach
  void open() throws IOException {
    journal = FileJournal.open(folder.resolve("journal"), InstantSource.fixed(NOW));
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    projections = JournalProjections.open(journal, folder.resolve("projections"));
    live = start();
  }

  private CoreLiveProfiles start() {
    store = new LiveStore(projections, journal, warehouse);
    return new CoreLiveProfiles(
        store,
        warehouse,
        InstantSource.fixed(NOW),
        ZoneOf.utc(InstantSource.fixed(NOW)),
        () -> Optional.of("EUR"));
  }

  @AfterEach
  void close() throws IOException {
    store.stop();
    warehouse.close();
    journal.close();
  }

  private Event.Builder event(String type, String customer, int daysAgo) {
    return Event.builder("e" + events++, type, NOW.minus(Duration.ofDays(daysAgo)))
        .customer(new CustomerId(customer));
  }

  private Event line(
      String type, String order, String customer, String product, int units, long minor, int ago) {
    return event(type, customer, ago)
        .order(new OrderId(order))
        .product(new ProductId(product))
        .quantity(units)
        .money(new Money(minor, "EUR"))
        .build();
  }

  private void smallShop() {
    append(
        Event.builder("p1", "productChanged", NOW.minus(Duration.ofDays(200)))
            .product(new ProductId("tea"))
            .property("title", "Green tea")
            .property("category", "Drinks")
            .build(),
        Event.builder("p2", "productChanged", NOW.minus(Duration.ofDays(200)))
            .product(new ProductId("cup"))
            .property("title", "Cup")
            .property("category", "Kitchen")
            .build(),
        event("customerChanged", "ann", 150)
            .property("name", "Ann Lee")
            .property("email", "ann@shop.example")
            .property("country", "DE")
            .build(),
        event("consented", "ann", 149).build(),
        line("ordered", "o1", "ann", "tea", 1, 1_000, 100),
        line("ordered", "o2", "ann", "tea", 1, 2_000, 40),
        line("ordered", "o2", "ann", "cup", 1, 500, 40),
        line("ordered", "o4", "ann", "cup", 1, 9_000, 5),
        event("cancelled", "ann", 4).order(new OrderId("o4")).build(),
        line("ordered", "o5", "bob", "cup", 2, 4_000, 70),
        line("returned", "o5", "bob", "cup", 1, 2_000, 60),
        event("viewed", "eve", 2).product(new ProductId("cup")).build());
  }

  private void append(Event... more) {
    journal.append(List.of(more));
    settle();
  }

  /// Wait for the projection and load the warehouse.
  private void settle() {
    EventLoader loader = new EventLoader(warehouse);
    for (int p = 0; p < journal.partitions(); p++) {
      long from = warehouse.cursor("events/" + p).map(Long::parseLong).orElse(0L);
      List<JournalEntry> entries = journal.replay(p, from, 100_000);
      if (!entries.isEmpty()) {
        loader.accept(p, entries);
      }
    }
    while (projections.list().stream().anyMatch(status -> status.behind() > 0)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void traitsAreThoseOfTheOrdersThatStand() {
    smallShop();
    Profile ann = live.profile(ANN).orElseThrow();
    assertEquals(2, ann.number(Traits.ORDERS).orElseThrow());
    assertEquals(40, ann.number(Traits.RECENCY_DAYS).orElseThrow());
    assertEquals(new Money(3_500, "EUR"), ann.money(Traits.NET_REVENUE).orElseThrow());
    assertEquals("Drinks", ann.text(Traits.MAIN_CATEGORY).orElseThrow());
    assertEquals("Ann Lee", ann.text(Traits.NAME).orElseThrow());
    assertEquals("granted", ann.text(Traits.CONSENT_EMAIL).orElseThrow());
    assertEquals(
        List.of(
            new CategorySpend("Drinks", 2, Optional.of(new Money(3_000, "EUR")), 2 / 3.0),
            new CategorySpend("Kitchen", 1, Optional.of(new Money(500, "EUR")), 1 / 3.0)),
        live.categories(ANN));
    Profile eve = live.profile(new CustomerId("eve")).orElseThrow();
    assertEquals(0, eve.number(Traits.ORDERS).orElseThrow());
    assertTrue(eve.money(Traits.NET_REVENUE).isEmpty(), "nothing bought is not zero spent");
  }

  @Test
  void theEventsBehindATraitAddUpToIt() {
    smallShop();
    assertEquals(3_500, counted(Traits.NET_REVENUE));
    assertEquals(3_500, counted(Traits.ORDERS));
    assertEquals(2_500, counted(Traits.RECENCY_DAYS));
    assertEquals(1_000, counted(Traits.FIRST_ORDER));
    assertEquals(3_000, counted(Traits.MAIN_CATEGORY));
    assertEquals(5, live.eventCount(ANN, Optional.of(Traits.NET_REVENUE)).orElseThrow());
    assertEquals(
        List.of("cancelled"),
        live.events(ANN, Optional.of(Traits.QUIET_DAYS), 0, 10).stream()
            .map(CustomerEvent::type)
            .toList());
    assertEquals(
        List.of("customerChanged"),
        live.events(ANN, Optional.of(Traits.COUNTRY), 0, 10).stream()
            .map(CustomerEvent::type)
            .toList());
    assertEquals(7, live.eventCount(ANN, Optional.empty()).orElseThrow());
    assertEquals(Optional.of("Cup"), live.events(ANN, Optional.empty(), 1, 1).getFirst().title());
    assertThrows(
        IllegalArgumentException.class,
        () -> live.events(ANN, Optional.of(Traits.VALUE_TIER), 0, 10));
  }

  @Test
  void aLineThatCameBackAsAWholeCountsNothingAndAPartlyRefundedOneTheRest() {
    append(
        line("ordered", "o1", "ann", "tea", 2, 4_000, 30),
        event("returned", "ann", 20) // says how many, not how much
            .order(new OrderId("o1"))
            .product(new ProductId("tea"))
            .quantity(2)
            .build(),
        line("ordered", "o2", "ann", "cup", 2, 5_000, 10),
        line("returned", "o2", "ann", "cup", 1, 1_500, 5));
    Profile ann = live.profile(ANN).orElseThrow();
    assertEquals(1, ann.number(Traits.ORDERS).orElseThrow());
    assertEquals(new Money(3_500, "EUR"), ann.money(Traits.NET_REVENUE).orElseThrow());
    assertEquals(3_500, counted(Traits.NET_REVENUE));
    assertEquals(3_500, counted(Traits.ORDERS));
  }

  private long counted(Trait trait) {
    return live.events(ANN, Optional.of(trait), 0, 100).stream()
        .flatMap(event -> event.counted().stream())
        .mapToLong(Money::minor)
        .sum();
  }

  @Test
  void customersAreFoundAndPutInOrder() {
    smallShop();
    assertEquals(List.of("ann", "bob", "eve"), page("", By.NET_REVENUE, true));
    assertEquals(List.of("bob", "ann", "eve"), page("", By.NET_REVENUE, false));
    assertEquals(List.of("eve", "bob", "ann"), page("", By.ID, true));
    assertEquals(List.of("ann"), page(" lee", By.ID, false));
    assertEquals(1, live.count("SHOP.EXAMPLE"));
    assertEquals(3, live.count(""));
    assertEquals(List.of(), live.page(new CustomerPage("", By.ID, false, 5, 10)));
  }

  private List<String> page(String search, By by, boolean descending) {
    return live.page(new CustomerPage(search, by, descending, 0, 10)).stream()
        .map(profile -> profile.customer().value())
        .toList();
  }

  @Test
  void liveEqualsTheBuildAndASnapshotIsTheSameState() throws IOException {
    Random random = new Random(11);
    List<Event> batch = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      batch.add(anyEvent(random));
      if (batch.size() == 40) {
        journal.append(batch);
        batch.clear();
      }
    }
    settle();
    Profiles built = CoreProfiles.standard(warehouse);
    built.build(NOW, Progress.NONE);
    int compared = 0;
    for (String customer : page("", By.ID, false, 1_000)) {
      Profile one = live.profile(new CustomerId(customer)).orElseThrow();
      Profile other = built.profile(new CustomerId(customer)).orElseThrow();
      for (Trait trait : SHARED) {
        assertEquals(other.number(trait), one.number(trait), trait.id() + " of " + customer);
        compared++;
      }
      assertEquals(other.date(Traits.LAST_ORDER), one.date(Traits.LAST_ORDER));
    }
    assertTrue(compared > 500, "compared " + compared);
    snapshotsAreExact();
  }

  private void snapshotsAreExact() throws IOException {
    LiveFold fold = new LiveFold(1);
    LiveState state = fold.empty(0);
    for (int p = 0; p < journal.partitions(); p++) {
      state = fold.fold(state, journal.replay(p, 0, 100_000));
    }
    byte[] whole = bytes(fold, state);
    LiveState again = fold.read(0, new ByteArrayInputStream(whole));
    assertArrayEquals(whole, bytes(fold, again));
    LiveState single = fold.empty(0); // however the journal is cut into batches
    for (int p = 0; p < journal.partitions(); p++) {
      for (JournalEntry entry : journal.replay(p, 0, 100_000)) {
        single = fold.fold(single, List.of(entry));
      }
    }
    assertArrayEquals(whole, bytes(fold, single));
  }

  private static byte[] bytes(LiveFold fold, LiveState state) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fold.write(state, out);
    return out.toByteArray();
  }

  private List<String> page(String search, By by, boolean descending, int limit) {
    return live.page(new CustomerPage(search, by, descending, 0, limit)).stream()
        .map(profile -> profile.customer().value())
        .toList();
  }

  private Event anyEvent(Random random) {
    String customer = "c" + random.nextInt(80);
    String order = customer + "-" + random.nextInt(12);
    String product = "p" + random.nextInt(4);
    int ago = 1 + random.nextInt(300);
    int units = 1 + random.nextInt(3);
    return switch (random.nextInt(12)) {
      case 0 -> event("cancelled", customer, ago).order(new OrderId(order)).build();
      case 1 -> line("returned", order, customer, product, units, 100L * units, ago);
      case 2 -> event("viewed", customer, ago).product(new ProductId(product)).build();
      case 3 -> event("sent", customer, ago).build();
      case 4 -> // a numbered line, which may come again with another amount
          event("ordered", customer, ago)
              .order(new OrderId(order + "n"))
              .product(new ProductId(product))
              .property("line", Integer.toString(1 + random.nextInt(2)))
              .quantity(units)
              .money(new Money(300L * units, "EUR"))
              .build();
      default -> line("ordered", order, customer, product, units, 300L * units, ago);
    };
  }

  @Test
  void aLineThatComesAgainUnderAnotherIdCountsOnce() {
    Event first =
        event("ordered", "ann", 10)
            .order(new OrderId("o9"))
            .product(new ProductId("tea"))
            .property("line", "1")
            .quantity(1)
            .money(new Money(700, "EUR"))
            .build();
    Event again =
        event("ordered", "ann", 10)
            .order(new OrderId("o9"))
            .product(new ProductId("tea"))
            .property("line", "1")
            .quantity(1)
            .money(new Money(700, "EUR"))
            .build();
    append(first, again);
    assertEquals(
        new Money(700, "EUR"),
        live.profile(ANN).orElseThrow().money(Traits.NET_REVENUE).orElseThrow());
    List<CustomerEvent> behind = live.events(ANN, Optional.of(Traits.NET_REVENUE), 0, 10);
    assertEquals(2, behind.size());
    assertEquals(
        700, behind.stream().flatMap(e -> e.counted().stream()).mapToLong(Money::minor).sum());
  }

  @Test
  void aSuccessorStartsFromTheSnapshotWithTheSameAnswers() {
    smallShop();
    List<String> before = page("", By.NET_REVENUE, true);
    store.stop();
    live = start();
    assertEquals(before, page("", By.NET_REVENUE, true));
    Projections all = projections;
    assertEquals(1, all.list().size());
  }
}
