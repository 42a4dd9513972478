package org.marquetry.profile.core.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.CustomerId;

/// Members of exports that go on page by page: whoever reads the pages gets those of the moment
/// when the first one was read.
final class Exports {
  private static final int AT_ONCE = 4;

  private final Map<Key, List<String>> running = new LinkedHashMap<>(); // guarded by this

  private record Key(String actor, String segment) {
    static Key of(String segment) {
      return new Key(Actor.current().name(), segment);
    }
  }

  synchronized List<String> begin(String segment, List<String> members) {
    running.remove(Key.of(segment));
    running.put(Key.of(segment), members);
    if (running.size() > AT_ONCE) {
      running.remove(running.keySet().iterator().next());
    }
    return members;
  }

  /// @param otherwise finds the members when the export began too long ago
  synchronized List<String> page(
      String segment, Optional<CustomerId> after, int limit, Supplier<List<String>> otherwise) {
    List<String> members = running.computeIfAbsent(Key.of(segment), _ -> otherwise.get());
    int from = after.map(id -> next(members, id.value())).orElse(0);
    int to = Math.min(members.size(), from + limit);
    List<String> page = List.copyOf(members.subList(from, to));
    if (to == members.size()) {
      running.remove(Key.of(segment));
    }
    return page;
  }

  private static int next(List<String> members, String id) {
    int at = Collections.binarySearch(members, id);
    return at < 0 ? -at - 1 : at + 1;
  }
}
