package org.marquetry.campaign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.marquetry.campaign.policy.Known.Send;
import org.marquetry.shop.api.CustomerId;

/// The places that sends of this process have taken, one list a person.
final class Reservations {
  private static final Duration KEPT = Duration.ofDays(400);

  private final ConcurrentMap<CustomerId, List<Send>> places = new ConcurrentHashMap<>();

  List<Send> of(CustomerId person) {
    return places.getOrDefault(person, List.of());
  }

  /// Take a place if a rule allows it; nobody else can take one for the person meanwhile.
  ///
  /// @param allowed sees what is taken so far
  /// @return whether the place was taken
  boolean take(CustomerId person, Send send, Predicate<List<Send>> allowed) {
    boolean[] taken = {false};
    places.compute(
        person,
        (_, before) -> {
          List<Send> now = before == null ? List.of() : before;
          if (!allowed.test(now)) {
            return before;
          }
          taken[0] = true;
          Instant oldest = send.at().minus(KEPT);
          List<Send> after = new ArrayList<>();
          now.stream().filter(s -> s.at().isAfter(oldest)).forEach(after::add);
          after.add(send);
          return List.copyOf(after);
        });
    return taken[0];
  }

  void giveBack(CustomerId person, Send send) {
    places.computeIfPresent(
        person,
        (_, before) -> {
          List<Send> after = before.stream().filter(s -> !s.equals(send)).toList();
          return after.isEmpty() ? null : after;
        });
  }
}
