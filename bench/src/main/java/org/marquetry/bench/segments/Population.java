package org.marquetry.bench.segments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// Made-up customers with some fifteen events each: most buy once or twice, a few often; views over
/// a year. Deterministic for a seed.
final class Population {
  static final int PRODUCTS = 2_000;
  private static final int CATEGORIES = 20;
  private static final int MOST_VIEWS = 24;
  private static final String[] CITIES = {"Bath", "York", "Leeds", "上海", "深圳", "成都"};

  private final Random random;
  private final Instant now;
  private long ids;

  Population(long seed, Instant now) {
    this.random = new Random(seed);
    this.now = now;
  }

  private Event.Builder event(String type, int daysAgo) {
    return Event.builder(
        "e" + ids++,
        type,
        now.minus(Duration.ofDays(daysAgo)).minusSeconds(random.nextInt(86_400)));
  }

  private static JournalEntry entry(int partition, Event event) {
    return new JournalEntry(partition, 0, java.util.Optional.of(event));
  }

  List<JournalEntry> catalogue(int partition) {
    List<JournalEntry> entries = new ArrayList<>();
    for (int p = 0; p < PRODUCTS; p++) {
      entries.add(
          entry(
              partition,
              event("productChanged", 500)
                  .product(new ProductId("p" + p))
                  .property("title", "Product " + p)
                  .property("category", category(p))
                  .property("brand", "Brand " + p % 50)
                  .build()));
    }
    return entries;
  }

  static String category(int product) {
    return "Category " + product % CATEGORIES;
  }

  List<JournalEntry> customers(int partition, int from, int to) {
    List<JournalEntry> entries = new ArrayList<>();
    for (int c = from; c < to; c++) {
      customer(partition, new CustomerId("customer-" + c), entries);
    }
    return entries;
  }

  private void customer(int partition, CustomerId customer, List<JournalEntry> entries) {
    entries.add(
        entry(
            partition,
            event("customerChanged", 500)
                .customer(customer)
                .property("city", CITIES[random.nextInt(CITIES.length)])
                .property("email", customer.value() + "@shop.example")
                .build()));
    if (random.nextInt(3) > 0) {
      entries.add(entry(partition, event("consented", 400).customer(customer).build()));
    }
    int orders = (int) (-Math.log(1 - random.nextDouble()) * 2);
    for (int o = 0; o < orders; o++) {
      int ago = random.nextInt(540);
      for (int line = 0; line <= random.nextInt(3); line++) {
        entries.add(entry(partition, line(customer, o, ago)));
      }
    }
    int views = random.nextInt(MOST_VIEWS);
    for (int v = 0; v < views; v++) {
      entries.add(
          entry(
              partition,
              event("viewed", random.nextInt(365))
                  .customer(customer)
                  .receivedAt(now)
                  .product(new ProductId("p" + random.nextInt(PRODUCTS)))
                  .build()));
    }
  }

  private Event line(CustomerId customer, int order, int ago) {
    return event("ordered", ago)
        .customer(customer)
        .order(new OrderId(customer.value() + "-" + order))
        .product(new ProductId("p" + random.nextInt(PRODUCTS)))
        .quantity(1 + random.nextInt(2))
        .money(new Money(500L + random.nextInt(20_000), "EUR"))
        .build();
  }
}
