package org.marquetry.recommend.mf.descent;

/// Spread the bits of a number over all bits.
///
/// Source: Stafford, Better Bit Mixing, 2011, mix 13, as in [java.util.SplittableRandom].
final class Mix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  static long of(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A seed for one part of what a seed decides.
  static long of(long seed, long part) {
    return of(seed * GOLDEN + of(part + GOLDEN));
  }
}
