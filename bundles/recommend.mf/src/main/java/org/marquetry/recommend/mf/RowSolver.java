package org.marquetry.recommend.mf;

import java.util.Arrays;
import org.marquetry.math.linear.Cholesky;
import org.marquetry.math.linear.Kernels;

/// Solve one row exactly: `x = (Y'Y + Y'CY + lambda I)^-1 Y'(1 + c)` over the row's entries. Holds
/// scratch space: one per thread.
///
/// Source: Hu, Koren, Volinsky, Collaborative Filtering for Implicit Feedback Datasets, 2008, eq.
/// 4.
final class RowSolver {
  private static final int TILE = 64;

  private final Kernels kernels;
  private final FactorStore y;
  private final float[] gram;
  private final AlsOptions options;
  private final int f;
  private final float[] a;
  private final float[] packed;

  RowSolver(Kernels kernels, FactorStore y, float[] gram, AlsOptions options) {
    this.kernels = kernels;
    this.y = y;
    this.gram = gram;
    this.options = options;
    f = y.stride();
    a = new float[f * f];
    packed = new float[TILE * f];
  }

  /// Write the factors of a row to `x`; zeros when the row is empty.
  void solve(Csr data, int row, float[] x) {
    Arrays.fill(x, 0);
    int from = data.starts()[row];
    int to = data.starts()[row + 1];
    if (from == to) {
      return;
    }
    System.arraycopy(gram, 0, a, 0, f * f);
    float penalty = options.penalty(to - from, y.rows());
    for (int k = 0; k < f; k++) {
      a[k * f + k] += penalty;
    }
    for (int k = from; k < to; k += TILE) {
      int n = Math.min(TILE, to - k);
      pack(data, k, n, x);
      kernels.syrk(packed, 0, n, f, 0, a, 1f);
    }
    if (!Cholesky.factor(kernels, a, f)) {
      throw new IllegalStateException(
          "normal equations of a row with "
              + (to - from)
              + " entries are singular in single precision: raise regularisation above "
              + options.regularisation());
    }
    Cholesky.solve(kernels, a, f, x);
  }

  /// Gather `n` factor vectors times the root of their confidence, and add `(1 + c) y` to the right
  /// side.
  private void pack(Csr data, int from, int n, float[] right) {
    for (int k = 0; k < n; k++) {
      int id = data.ids()[from + k];
      float c = data.confidences()[from + k];
      float[] chunk = y.chunk(id);
      int o = y.offset(id);
      kernels.axpy(1 + c, chunk, o, right, 0, f);
      float root = (float) Math.sqrt(c);
      for (int q = 0; q < f; q++) {
        packed[k * f + q] = chunk[o + q] * root;
      }
    }
  }
}
