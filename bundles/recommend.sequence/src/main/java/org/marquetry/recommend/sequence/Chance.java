package org.marquetry.recommend.sequence;

/// Draws what a step of training leaves out (Srivastava et al., Dropout, JMLR 15, 2014): the same
/// for the same seed.
final class Chance {
  /// Nothing is left out.
  static final Chance NONE = new Chance(0, 0);

  private static final float NOTHING = 0;

  private final float share;
  private long state;

  private Chance(float share, long state) {
    this.share = share;
    this.state = state;
  }

  /// @param share of numbers that are left out
  static Chance of(float share, long seed) {
    return share == NOTHING ? NONE : new Chance(share, seed * 0x9E3779B97F4A7C15L | 1);
  }

  /// Factors for so many numbers: 0 for what is left out, and for the rest what makes up for it; no
  /// factors at all when nothing is.
  float[] factors(int size) {
    if (share == NOTHING) {
      return new float[0];
    }
    float[] factors = new float[size];
    float kept = 1 / (1 - share);
    for (int k = 0; k < size; k++) {
      factors[k] = next() < share ? 0 : kept;
    }
    return factors;
  }

  /// Multiply by factors, where there are any.
  static void apply(float[] factors, float[] values) {
    for (int k = 0; k < factors.length; k++) {
      values[k] *= factors[k];
    }
  }

  /// In [0, 1): the upper bits of a 64-bit xorshift (Marsaglia 2003).
  private float next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return (state >>> 40) * 0x1p-24f;
  }
}
