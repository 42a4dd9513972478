package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.recommend.api.Whom;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.ProductId;
import org.osgi.service.component.annotations.Component;

/// What people did lately, in memory, so that it counts in the next answer and not only in the next
/// model. What came before the last start is in the warehouse, and with it in the model. Safe for
/// many threads.
@Component(service = Recent.class)
public final class Recent {
  /// Of more, those are forgotten that did nothing for the longest time.
  static final int MOST_PEOPLE = 50_000;

  /// Of more, the earliest are forgotten.
  static final int MOST_EACH = 100;

  /// @param type of the event
  record Done(ProductId product, String type, Instant at) {}

  private final Map<Whom, Deque<Done>> people = new LinkedHashMap<>(); // guarded by this
  private final Map<Integer, Long> next = new HashMap<>(); // guarded by this

  /// What somebody did, in the order of the journal.
  synchronized List<Done> of(Whom whom) {
    Deque<Done> done = people.get(whom);
    return done == null ? List.of() : List.copyOf(done);
  }

  /// Forget everybody.
  synchronized void forget() {
    people.clear();
  }

  /// Take entries of one partition; those that come again are passed over.
  synchronized void take(int partition, List<JournalEntry> entries) {
    long from = next.getOrDefault(partition, 0L);
    for (JournalEntry entry : entries) {
      if (entry.offset() >= from) {
        entry.event().ifPresent(this::add);
      }
    }
    next.put(partition, Math.max(from, entries.getLast().offset() + 1));
  }

  private void add(Event event) {
    event
        .product()
        .ifPresent(product -> {
          Done done = new Done(product, event.type(), event.occurredAt());
          event.customer().ifPresent(id -> add(new Whom.Customer(id), done));
          event.visitor().ifPresent(id -> add(new Whom.Visitor(id), done));
        });
  }

  private void add(Whom whom, Done done) {
    Deque<Done> all = people.remove(whom);
    if (all == null) {
      all = new ArrayDeque<>();
    }
    all.add(done);
    if (all.size() > MOST_EACH) {
      all.remove();
    }
    people.put(whom, all); // the last one who did something
    if (people.size() > MOST_PEOPLE) {
      people.remove(people.keySet().iterator().next());
    }
  }
}
