package org.marquetry.platform.journal;

import java.util.Set;

/// A set of fingerprints in two flat arrays of `long`s, open addressing, at most two thirds full:
/// 24 to 48 bytes each. Not safe for use by many threads at once.
final class FingerprintSet {
  private long[] slots = new long[2 * 64]; // high, low; both 0 = free
  private int size;
  private boolean hasZero;

  int size() {
    return size + (hasZero ? 1 : 0);
  }

  boolean contains(Fingerprint f) {
    if (isZero(f)) {
      return hasZero;
    }
    int at = slot(slots, f.high(), f.low());
    return slots[at] != 0 || slots[at + 1] != 0;
  }

  boolean add(Fingerprint f) {
    if (isZero(f)) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int at = slot(slots, f.high(), f.low());
    if (slots[at] != 0 || slots[at + 1] != 0) {
      return false;
    }
    slots[at] = f.high();
    slots[at + 1] = f.low();
    size++;
    if (size * 3L > slots.length) { // slots.length / 2 places, two thirds of them
      grow();
    }
    return true;
  }

  /// A set of the same ids but for these. Costs a walk over all.
  FingerprintSet without(Set<Fingerprint> ids) {
    FingerprintSet left = new FingerprintSet();
    if (hasZero) {
      left.addUnless(ids, new Fingerprint(0, 0));
    }
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0 || slots[i + 1] != 0) {
        left.addUnless(ids, new Fingerprint(slots[i], slots[i + 1]));
      }
    }
    return left;
  }

  private void addUnless(Set<Fingerprint> ids, Fingerprint id) {
    if (!ids.contains(id)) {
      add(id);
    }
  }

  private static boolean isZero(Fingerprint f) {
    return f.high() == 0 && f.low() == 0;
  }

  /// The place of this fingerprint, or the free one where it would go.
  private static int slot(long[] slots, long high, long low) {
    int mask = slots.length / 2 - 1;
    int at = (int) high & mask;
    while ((slots[2 * at] != 0 || slots[2 * at + 1] != 0)
        && (slots[2 * at] != high || slots[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return 2 * at;
  }

  private void grow() {
    long[] old = slots;
    long[] bigger = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        int at = slot(bigger, old[i], old[i + 1]);
        bigger[at] = old[i];
        bigger[at + 1] = old[i + 1];
      }
    }
    slots = bigger;
  }
}
