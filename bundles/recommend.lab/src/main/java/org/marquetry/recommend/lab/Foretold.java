package org.marquetry.recommend.lab;

import java.util.Arrays;

/// What was said of one user's pairs, and what came true.
///
/// @param p the probability that was stated for each pair
/// @param came whether it is present
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Foretold(float[] p, boolean[] came) {
  /// The same pairs with one probability for all.
  Foretold constant(double p) {
    float[] same = new float[came.length];
    Arrays.fill(same, (float) p);
    return new Foretold(same, came);
  }
}
