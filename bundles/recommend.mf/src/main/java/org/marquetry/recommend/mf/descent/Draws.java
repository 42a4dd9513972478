package org.marquetry.recommend.mf.descent;

import java.util.SplittableRandom;

/// Absent pairs of a block, drawn by chance. For one thread.
///
/// They are drawn many at a time: so the processor looks several up at once instead of waiting for
/// the memory at each.
final class Draws {
  private static final int AT_ONCE = 64;

  private final Block block;
  private final Excluded excluded;
  private final SplittableRandom random;
  private final int[] user = new int[AT_ONCE];
  private final int[] item = new int[AT_ONCE];
  private final boolean[] absent = new boolean[AT_ONCE];
  private int next = AT_ONCE;

  Draws(Block block, Excluded excluded, SplittableRandom random) {
    this.block = block;
    this.excluded = excluded;
    this.random = random;
  }

  /// Draw; tell whether the pair is absent and can be taken.
  boolean next() {
    if (++next >= AT_ONCE) {
      next = 0;
      for (int k = 0; k < AT_ONCE; k++) {
        long bits = random.nextLong();
        user[k] = block.user(bits);
        item[k] = block.item(bits);
      }
      for (int k = 0; k < AT_ONCE; k++) {
        absent[k] = !excluded.test(user[k], item[k]);
      }
    }
    return absent[next];
  }

  int user() {
    return user[next];
  }

  int item() {
    return item[next];
  }
}
