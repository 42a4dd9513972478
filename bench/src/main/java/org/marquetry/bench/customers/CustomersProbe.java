package org.marquetry.bench.customers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Brings so many customers, every second with an order, and measures what people wait for.
@Component(service = IntFunction.class, immediate = true)
public final class CustomersProbe implements IntFunction<String> {
  private static final long SEED = 20261129;
  private static final int PAGE = 50;
  private static final long PATIENCE_SECONDS = 900;

  private final ShopSettings settings;
  private final Journal journal;
  private final Warehouse warehouse;
  private final LiveProfiles profiles;
  private final Privacy privacy;
  private final InstantSource clock;
  private final Random random = new Random(SEED);
  private long events;

  @Activate
  public CustomersProbe(
      @Reference ShopSettings settings,
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference LiveProfiles profiles,
      @Reference Privacy privacy,
      @Reference InstantSource clock) {
    this.settings = settings;
    this.journal = journal;
    this.warehouse = warehouse;
    this.profiles = profiles;
    this.privacy = privacy;
    this.clock = clock;
  }

  @Override
  public String apply(int customers) {
    return Actor.SYSTEM.call(() -> measure(customers));
  }

  private String measure(int customers) {
    settings.change(
        new ShopSettings.Settings("Bench", Currency.getInstance("EUR"), ZoneId.of("UTC")));
    long empty = memory();
    long begin = System.nanoTime();
    for (int from = 0; from < customers; from += Journal.MAX_BATCH / 2) {
      append(population(from, Math.min(customers, from + Journal.MAX_BATCH / 2)));
    }
    double appended = seconds(begin);
    until("profiles", () -> profiles.count("") == customers);
    double folded = seconds(begin);
    until("the warehouse", () -> loaded() == events);
    double loaded = seconds(begin);
    long heap = memory() - empty;
    double[] first = orders();
    double[] again = again(customers);
    double[] searched = searches(customers);
    double[] one = batches(20, 1);
    double[] many = batches(3, 10_000);
    double erased = erase(customers / 2);
    return String.format(
        Locale.ROOT,
        "{\"bench\": \"customers\", \"customers\": %d, \"seed\": %d, \"threads\": %d,"
            + " \"secondsAppended\": %.1f, \"secondsProfiles\": %.1f, \"secondsLoaded\": %.1f,"
            + " \"heapBytesPerCustomer\": %d, \"firstPageInAnOrderMs\": %s, \"otherPageMs\": %s,"
            + " \"searchMs\": %s, \"loaderOneEventMs\": %s, \"loaderTenThousandEventsMs\": %s,"
            + " \"erasureSeconds\": %.1f, \"events\": %d}",
        customers,
        SEED,
        Runtime.getRuntime().availableProcessors(),
        appended,
        folded,
        loaded,
        heap / customers,
        spread(first),
        spread(again),
        spread(searched),
        spread(one),
        spread(many),
        erased,
        events);
  }

  private void append(List<Event> some) {
    journal.append(some);
    events += some.size();
  }

  private Event.Builder event(String type, int daysAgo) {
    Instant at =
        clock.instant().minus(Duration.ofDays(daysAgo)).minusSeconds(1 + random.nextInt(80_000));
    return Event.builder("b" + random.nextLong(), type, at);
  }

  private List<Event> population(int from, int to) {
    List<Event> some = new ArrayList<>();
    for (int c = from; c < to; c++) {
      CustomerId customer = new CustomerId("customer-" + c);
      some.add(
          event("customerChanged", 400)
              .customer(customer)
              .property("name", "Person " + c)
              .property("email", "p" + c + "@shop.example")
              .build());
      if (c % 2 == 0) {
        some.add(
            event("ordered", random.nextInt(365))
                .customer(customer)
                .order(new OrderId("o" + c))
                .product(new ProductId("p" + random.nextInt(2_000)))
                .quantity(1)
                .money(new Money(500L + random.nextInt(20_000), "EUR"))
                .build());
      }
    }
    return some;
  }

  /// The first page of every order, twice around: more orders than are kept.
  private double[] orders() {
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (CustomerPage.By by : CustomerPage.By.values()) {
        for (boolean descending : new boolean[] {true, false}) {
          millis.add(page(new CustomerPage("", by, descending, 0, PAGE)));
        }
      }
    }
    return array(millis);
  }

  /// Pages anywhere in an order that stands.
  private double[] again(int customers) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int offset = random.nextInt(customers - PAGE);
      millis.add(page(new CustomerPage("", CustomerPage.By.LAST_ACTIVITY, true, offset, PAGE)));
    }
    return array(millis);
  }

  /// Count and first page of what somebody types: ids, names, addresses.
  private double[] searches(int customers) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int c = random.nextInt(customers);
      String search =
          switch (i % 3) {
            case 0 -> "customer-" + c / 10;
            case 1 -> "Person " + c;
            default -> "p" + c + "@";
          };
      long begin = System.nanoTime();
      profiles.count(search);
      profiles.page(new CustomerPage(search, CustomerPage.By.LAST_ACTIVITY, true, 0, PAGE));
      millis.add(seconds(begin) * 1e3);
    }
    return array(millis);
  }

  private double page(CustomerPage page) {
    long begin = System.nanoTime();
    profiles.page(page);
    return seconds(begin) * 1e3;
  }

  /// From an append until its events stand in the warehouse.
  private double[] batches(int rounds, int size) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      List<Event> some = new ArrayList<>();
      for (int e = 0; e < size; e++) {
        some.add(
            event("viewed", 1)
                .customer(new CustomerId("customer-" + random.nextInt(1_000)))
                .product(new ProductId("p" + random.nextInt(2_000)))
                .build());
      }
      long begin = System.nanoTime();
      append(some);
      until("the warehouse", () -> loaded() == events);
      millis.add(seconds(begin) * 1e3);
    }
    return array(millis);
  }

  private double erase(int customer) {
    long begin = System.nanoTime();
    ErasureStatus asked =
        privacy.erase(PersonIds.of(PersonIds.Kind.CUSTOMER, "customer-" + customer), "bench");
    until(
        "the erasure",
        () ->
            privacy
                .erasure(asked.id())
                .filter(e -> e.state() == ErasureStatus.State.DONE)
                .isPresent());
    return seconds(begin);
  }

  private long loaded() {
    return warehouse
        .query("SELECT count(*) AS n FROM v1.events", List.of(), row -> row.longValue("n"))
        .getFirst();
  }

  private static void until(String what, BooleanSupplier done) {
    long begin = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (seconds(begin) > PATIENCE_SECONDS) {
        throw new IllegalStateException(what + " did not come in " + PATIENCE_SECONDS + " s");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static double[] array(List<Double> millis) {
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static String spread(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "{\"p50\": %.1f, \"p99\": %.1f, \"n\": %d}",
        sorted[sorted.length / 2],
        sorted[(int) Math.min(sorted.length - 1L, Math.round(0.99 * sorted.length))],
        sorted.length);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static long memory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
