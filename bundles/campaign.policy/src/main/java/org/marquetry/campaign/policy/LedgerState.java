package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// The state of one partition: written by the fold alone, read by many while it is written.
final class LedgerState {
  /// How many messages of a campaign stand in one way.
  ///
  /// @param code why not; empty unless unsent
  record Standing(State state, String code) {
    static Standing of(Send send) {
      return new Standing(send.state(), send.code());
    }
  }

  final ConcurrentMap<String, Known> people = new ConcurrentHashMap<>();

  /// By campaign.
  final ConcurrentMap<String, Map<Standing, Integer>> tallies = new ConcurrentHashMap<>();

  /// When each import was told that is loaded.
  final ConcurrentMap<String, Instant> batches = new ConcurrentHashMap<>();

  /// Grows with every import that comes or goes.
  final AtomicInteger imports = new AtomicInteger();

  /// Odd while people and tallies are being changed together.
  final AtomicLong edits = new AtomicLong();

  private final Set<String> touched = new HashSet<>(); // the fold's alone

  /// The people of whom something was told since the last publication; for the thread that
  /// publishes.
  Set<String> touched() {
    return touched;
  }

  void add(Event event) {
    switch (event.type()) {
      case EventTypes.BATCH_LOADED -> {
        batches.put(batch(event), event.occurredAt());
        imports.incrementAndGet();
      }
      case EventTypes.BATCH_UNDONE -> {
        batches.remove(batch(event));
        imports.incrementAndGet();
      }
      default -> {
        if (Telling.TYPES.contains(event.type())) {
          event.customer().ifPresent(customer -> add(customer.value(), event));
        }
      }
    }
  }

  private static String batch(Event event) {
    return event.properties().getOrDefault(EventProperties.BATCH, "");
  }

  private void add(String customer, Event event) {
    Known before = people.getOrDefault(customer, Known.NOTHING);
    Known after = Telling.add(before, event.type(), event.occurredAt(), event.properties());
    if (after.equals(before)) {
      return;
    }
    touched.add(customer);
    edits.incrementAndGet();
    people.put(customer, after);
    if (Telling.isSend(event.type())) {
      tally(before, after.sends().getLast());
    }
    edits.incrementAndGet();
  }

  private void tally(Known before, Send now) {
    before.sends().stream().filter(now::isTryOf).findFirst().ifPresent(then -> tally(then, -1));
    tally(now, 1);
  }

  private void tally(Send send, int more) {
    Map<Standing, Integer> after = new HashMap<>(tallies.getOrDefault(send.campaign(), Map.of()));
    Standing standing = Standing.of(send);
    int count = after.getOrDefault(standing, 0) + more;
    if (count == 0) {
      after.remove(standing);
    } else {
      after.put(standing, count);
    }
    tallies.put(send.campaign(), Map.copyOf(after));
  }
}
