package org.marquetry.recommend.mf;

import org.marquetry.lib.model.Fingerprint;

/// What was learned.
///
/// @param users users x factors
/// @param items items x factors
/// @param gram `items' items`, the full symmetric matrix
/// @param secondsPerEpoch median time of a pass over both sides
@SuppressWarnings("ArrayRecordComponent") // confined to the kernels, never compared
record Factors(FactorStore users, FactorStore items, float[] gram, double secondsPerEpoch) {
  /// The fingerprint of both sides, bit for bit.
  String print() {
    Fingerprint print = new Fingerprint();
    for (FactorStore store : new FactorStore[] {users, items}) {
      float[] row = new float[store.stride()];
      for (int r = 0; r < store.rows(); r++) {
        store.get(r, row, 0);
        for (float value : row) {
          print.put(value);
        }
      }
    }
    return print.end();
  }
}
