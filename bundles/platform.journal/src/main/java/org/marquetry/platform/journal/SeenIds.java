package org.marquetry.platform.journal;

import java.util.TreeMap;

/// The ids of the last days, exactly, one set per day. Belongs to the committer's thread.
final class SeenIds {
  private final TreeMap<Long, FingerprintSet> days = new TreeMap<>();

  boolean contains(Fingerprint id) {
    for (FingerprintSet day : days.values()) {
      if (day.contains(id)) {
        return true;
      }
    }
    return false;
  }

  void add(long day, Fingerprint id) {
    days.computeIfAbsent(day, d -> new FingerprintSet()).add(id);
  }

  /// Forget the days before this one.
  void forgetBefore(long day) {
    days.headMap(day).clear();
  }

  long size() {
    return days.values().stream().mapToLong(FingerprintSet::size).sum();
  }
}
