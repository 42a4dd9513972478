package org.marquetry.sandbox.core.wares;

/// How good a product really is; each in [0, 1], about 0.65 for most.
///
/// @param fit how true to its size and purpose
/// @param make how well made
/// @param colour how true to its picture
public record Quality(double fit, double make, double colour) {
  public Quality {
    for (double value : new double[] {fit, make, colour}) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("quality must be in [0, 1], got " + value);
      }
    }
  }
}
