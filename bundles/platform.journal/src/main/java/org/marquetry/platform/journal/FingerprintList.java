package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A growing list of fingerprints in one flat array.
final class FingerprintList {
  private long[] pairs = new long[2 * 1024]; // high, low
  private int size;

  int size() {
    return size;
  }

  void add(Fingerprint id) {
    if (2 * size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * pairs.length);
    }
    pairs[2 * size] = id.high();
    pairs[2 * size + 1] = id.low();
    size++;
  }

  /// Sort as [Fingerprint#compareTo] does: into buckets by the first bits, which are spread evenly
  /// since they are those of a hash, then the few of each bucket by insertion.
  void sort() {
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size / 2));
    int[] ends = new int[1 << bits];
    for (int i = 0; i < size; i++) {
      ends[bucket(i, bits)]++;
    }
    for (int b = 1; b < ends.length; b++) {
      ends[b] += ends[b - 1];
    }
    long[] sorted = new long[2 * size];
    for (int i = 0; i < size; i++) {
      int to = --ends[bucket(i, bits)];
      sorted[2 * to] = pairs[2 * i];
      sorted[2 * to + 1] = pairs[2 * i + 1];
    }
    for (int i = 1; i < size; i++) {
      insert(sorted, i);
    }
    pairs = sorted.length == 0 ? pairs : sorted;
  }

  private int bucket(int i, int bits) {
    return (int) (pairs[2 * i] >>> (64 - bits));
  }

  private static void insert(long[] pairs, int from) {
    long high = pairs[2 * from];
    long low = pairs[2 * from + 1];
    int at = from;
    while (at > 0 && isLess(high, low, pairs[2 * at - 2], pairs[2 * at - 1])) {
      pairs[2 * at] = pairs[2 * at - 2];
      pairs[2 * at + 1] = pairs[2 * at - 1];
      at--;
    }
    pairs[2 * at] = high;
    pairs[2 * at + 1] = low;
  }

  private static boolean isLess(long high, long low, long otherHigh, long otherLow) {
    int c = Long.compareUnsigned(high, otherHigh);
    return c < 0 || (c == 0 && Long.compareUnsigned(low, otherLow) < 0);
  }

  void writeTo(ByteBuffer out) {
    for (int i = 0; i < 2 * size; i++) {
      out.putLong(pairs[i]);
    }
  }
}
