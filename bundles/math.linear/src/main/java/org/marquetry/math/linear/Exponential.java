package org.marquetry.math.linear;

/// The constants of [Kernels#exp], and one value of it.
///
/// `exp(x) = 2^z exp(r)` with whole `z` and `|r| <= log(2) / 2`; adding [#ROUND] rounds to whole
/// numbers and leaves them in the last bits.
final class Exponential {
  static final float LEAST = -87f;
  static final float LOG2_E = 1.442695f;
  static final float ROUND = 12_582_912f; // 1.5 * 2^23
  static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
  static final float LN2_HIGH = 0.6933594f;
  static final float LN2_LOW = -2.1219444e-4f;
  static final float P0 = 1.9875691e-4f;
  static final float P1 = 0.0013981999f;
  static final float P2 = 0.008333452f;
  static final float P3 = 0.041665796f;
  static final float P4 = 0.16666666f;
  static final float P5 = 0.5f;
  static final int BIAS = 127;
  static final int MANTISSA_BITS = 23;

  private Exponential() {}

  /// @param value at most 0
  static float of(float value) {
    float x = Math.max(value, LEAST);
    float t = Math.fma(x, LOG2_E, ROUND);
    float z = t - ROUND;
    float r = Math.fma(z, -LN2_LOW, Math.fma(z, -LN2_HIGH, x));
    float y = Math.fma(P0, r, P1);
    y = Math.fma(y, r, P2);
    y = Math.fma(y, r, P3);
    y = Math.fma(y, r, P4);
    y = Math.fma(y, r, P5);
    y = Math.fma(y, r * r, r) + 1f;
    int power = Float.floatToRawIntBits(t) - ROUND_BITS + BIAS;
    return y * Float.intBitsToFloat(power << MANTISSA_BITS);
  }
}
