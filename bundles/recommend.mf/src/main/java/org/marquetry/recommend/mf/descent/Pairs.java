package org.marquetry.recommend.mf.descent;

import org.marquetry.recommend.spi.Interactions;

/// Tells quickly whether a pair of user and item is present, and which present pairs are held out:
/// a share of them, by a hash of their numbers and the seed. The descent takes those for absent.
///
/// Most pairs are absent and are told from one bit; only where that bit is set the row is searched.
final class Pairs implements Excluded {
  private static final int BITS_AN_ENTRY = 16;
  private static final int SHARE_BITS = 24;

  private final Interactions data;
  private final long salt;
  private final long below;
  private final long[] filter;
  private final int mask;

  /// @param heldOut share of the present pairs, in [0, 1)
  Pairs(Interactions data, double heldOut, long seed) {
    this.data = data;
    salt = Mix.of(seed);
    below = (long) (heldOut * (1 << SHARE_BITS));
    long bits = Math.min(1L << 36, Long.highestOneBit(BITS_AN_ENTRY * data.entries() + 64) << 1);
    filter = new long[(int) (bits / Long.SIZE)];
    mask = filter.length - 1;
    for (int u = 0; u < data.users(); u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        long hash = hash(u, data.item(k));
        filter[(int) (hash >>> 6) & mask] |= 1L << hash;
      }
    }
  }

  private long hash(int user, int item) {
    return Mix.of(salt + (long) user * data.items() + item);
  }

  private boolean heldOut(long hash) {
    return hash >>> (Long.SIZE - SHARE_BITS) < below;
  }

  boolean heldOut(int user, int item) {
    return heldOut(hash(user, item));
  }

  /// Present pairs are no examples of absent ones, unless they are held out.
  @Override
  public boolean test(int user, int item) {
    long hash = hash(user, item);
    return ((filter[(int) (hash >>> 6) & mask] >>> hash) & 1) != 0
        && data.has(user, item)
        && !heldOut(hash);
  }
}
