package org.marquetry.platform.journal;

import java.util.Set;
import java.util.TreeMap;

/// The ids of the last days, exactly, one set per day. Belongs to the committer's thread.
final class SeenIds {
  private final TreeMap<Long, FingerprintSet> days = new TreeMap<>();

  /// Add an id that no day has.
  ///
  /// @return false when it is there already
  boolean add(long day, Fingerprint id) {
    FingerprintSet set = days.get(day);
    if (set == null) {
      set = new FingerprintSet();
      days.put(day, set);
    }
    if (days.size() > 1) {
      for (FingerprintSet other : days.values()) {
        if (other != set && other.contains(id)) {
          return false;
        }
      }
    }
    return set.add(id);
  }

  /// Take ids back that were added for a write that failed.
  void remove(long day, Set<Fingerprint> ids) {
    days.computeIfPresent(day, (d, set) -> set.without(ids));
  }

  /// Forget the days before this one.
  void forgetBefore(long day) {
    days.headMap(day).clear();
  }
}
