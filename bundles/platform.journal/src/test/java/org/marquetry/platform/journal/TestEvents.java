package org.marquetry.platform.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// Events for tests, and reading a whole journal.
final class TestEvents {
  private TestEvents() {}

  static Event of(String id, String customer) {
    return Event.builder(id, "viewed", Instant.parse("2025-01-01T00:00:00Z"))
        .customer(new CustomerId(customer))
        .product(new ProductId("p-1"))
        .build();
  }

  /// Events with numbered ids.
  static List<Event> many(String prefix, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> of(prefix + i, "c" + i % 50)).toList();
  }

  static Event random(Random random, String id) {
    Event.Builder event =
        Event.builder(
                id, "type-" + random.nextInt(5), Instant.ofEpochMilli(random.nextLong(1L << 41)))
            .receivedAt(
                Instant.ofEpochSecond(random.nextLong(1L << 31), random.nextInt(1_000_000_000)));
    if (random.nextBoolean()) {
      event.customer(new CustomerId("c" + random.nextInt(100)));
    }
    if (random.nextBoolean()) {
      event.visitor(new VisitorId("v" + random.nextInt(100)));
    }
    if (random.nextBoolean()) {
      event.money(new Money(random.nextLong(), "EUR")).quantity(random.nextGaussian());
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      event.property("k" + i, "x".repeat(random.nextInt(300)));
    }
    return event.build();
  }

  static List<JournalEntry> all(FileJournal journal) {
    List<JournalEntry> all = new ArrayList<>();
    for (int p = 0; p < journal.partitions(); p++) {
      List<JournalEntry> some = journal.replay(p, 0, 700);
      while (!some.isEmpty()) {
        all.addAll(some);
        some = journal.replay(p, some.getLast().offset() + 1, 700);
      }
    }
    return all;
  }

  static List<String> ids(FileJournal journal) {
    return all(journal).stream().map(e -> e.event().orElseThrow().id()).sorted().toList();
  }
}
