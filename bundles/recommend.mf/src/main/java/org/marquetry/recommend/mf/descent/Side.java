package org.marquetry.recommend.mf.descent;

import org.marquetry.lib.model.Fingerprint;
import org.marquetry.recommend.mf.FactorStore;

/// What is learned of all users or of all items: factors and biases, and for each the sum of
/// squared gradients that Adagrad divides by (one number a row).
///
/// @param factors rows x factors
/// @param bias one a row
/// @param squares sum over the steps of the mean square of the factors' gradient, one a row
/// @param biasSquares sum over the steps of the bias' squared gradient, one a row
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Side(FactorStore factors, float[] bias, float[] squares, float[] biasSquares) {
  /// Factors near zero, and the biases given.
  static Side of(float[] bias, int factors, long seed) {
    FactorStore store = new FactorStore(bias.length, factors);
    store.randomise(factors, seed);
    return new Side(store, bias, new float[bias.length], new float[bias.length]);
  }

  /// What a model keeps of it: what was learned, not how far the descent had come.
  Side copy() {
    return new Side(factors.copy(), bias.clone(), new float[0], new float[0]);
  }

  void print(Fingerprint print) {
    float[] row = new float[factors.stride()];
    for (int r = 0; r < factors.rows(); r++) {
      factors.get(r, row, 0);
      for (float value : row) {
        print.put(value);
      }
      print.put(bias[r]);
    }
  }
}
