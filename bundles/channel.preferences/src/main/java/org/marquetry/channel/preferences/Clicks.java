package org.marquetry.channel.preferences;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// How often each link was used of late, so that nobody fills the journal with one.
final class Clicks {
  private static final int MOST = 30;

  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

  /// Count one use of a link that was signed here.
  ///
  /// @return false when it is one too many
  boolean take(String token) {
    return counts.merge(token, 1, Integer::sum) <= MOST;
  }

  void forget() {
    counts.clear();
  }
}
