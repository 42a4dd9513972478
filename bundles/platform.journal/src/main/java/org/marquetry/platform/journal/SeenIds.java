package org.marquetry.platform.journal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The ids of the newest files, exactly, in sets of some files each, so that the oldest can be let
/// go. Belongs to the committer's thread.
final class SeenIds {
  private final TreeMap<Long, FingerprintSet> sets = new TreeMap<>(); // by the first file's number
  private final int enough;
  private long last = Long.MIN_VALUE;

  /// @param enough ids in a set; the next file begins another one
  SeenIds(int enough) {
    this.enough = enough;
  }

  /// Add an id that no set has.
  ///
  /// @param file number of the file that it goes into, not below that of the call before
  /// @return false when it is there already
  boolean add(long file, Fingerprint id) {
    FingerprintSet set = setOf(file);
    if (sets.size() > 1) {
      for (FingerprintSet other : sets.values()) {
        if (other != set && other.contains(id)) {
          return false;
        }
      }
    }
    return set.add(id);
  }

  private FingerprintSet setOf(long file) {
    Map.Entry<Long, FingerprintSet> newest = sets.lastEntry();
    boolean begins = newest == null || (file > last && newest.getValue().size() >= enough);
    last = file;
    if (newest != null && !begins) {
      return newest.getValue();
    }
    FingerprintSet set = new FingerprintSet();
    sets.put(file, set);
    return set;
  }

  /// Take ids back that were added last, for a write that failed.
  void remove(Set<Fingerprint> ids) {
    if (!ids.isEmpty()) {
      sets.computeIfPresent(sets.lastKey(), (_, set) -> set.without(ids));
    }
  }

  /// Forget the sets that hold nothing of later files.
  void forgetThrough(long file) {
    Long first = sets.floorKey(file + 1);
    if (first != null) {
      sets.headMap(first).clear();
    }
  }

  int size() {
    return sets.values().stream().mapToInt(FingerprintSet::size).sum();
  }
}
