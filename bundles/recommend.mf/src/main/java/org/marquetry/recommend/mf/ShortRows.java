package org.marquetry.recommend.mf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marquetry.math.linear.Cholesky;
import org.marquetry.math.linear.Kernels;

/// Solve rows of few entries by the Woodbury identity: with `M = (Y'Y + lambda I)^-1` shared by all
/// rows of one length, a row of `n` entries needs an `n` x `n` system instead of a factorisation.
/// Exact; safe for use by many threads.
final class ShortRows {
  /// The longest row that may be solved here.
  static final int LONGEST = 16;

  private final Kernels kernels;
  private final FactorStore y;
  private final int f;
  private final float[] @Nullable [] inverses;

  private ShortRows(Kernels kernels, FactorStore y, float[] @Nullable [] inverses) {
    this.kernels = kernels;
    this.y = y;
    this.inverses = inverses;
    f = y.stride();
  }

  /// Prepare the lengths that are frequent enough to pay for their inverse; a function of the data
  /// alone.
  static ShortRows of(Csr data, Kernels kernels, FactorStore y, float[] gram, AlsOptions options) {
    int[] frequency = new int[LONGEST + 1];
    for (int r = 0; r < data.rows(); r++) {
      if (data.entries(r) <= LONGEST) {
        frequency[data.entries(r)]++;
      }
    }
    float[] @Nullable [] inverses = new float[LONGEST + 1] @Nullable [];
    for (int n = 1; n <= Math.min(options.shortRows(), y.stride() / 4); n++) {
      if (frequency[n] > 4 * y.stride()) {
        inverses[n] = inverse(kernels, gram, y.stride(), options.penalty(n, y.rows()));
      }
    }
    return new ShortRows(kernels, y, inverses);
  }

  private static float @Nullable [] inverse(Kernels kernels, float[] gram, int f, float penalty) {
    float[] u = gram.clone();
    for (int k = 0; k < f; k++) {
      u[k * f + k] += penalty;
    }
    if (!Cholesky.factor(kernels, u, f)) {
      return null; // these rows go the general way
    }
    float[] inverse = new float[f * f];
    float[] column = new float[f];
    for (int k = 0; k < f; k++) {
      Arrays.fill(column, 0);
      column[k] = 1;
      Cholesky.solve(kernels, u, f, column);
      System.arraycopy(column, 0, inverse, k * f, f);
    }
    return inverse;
  }

  /// Solve a row if its length was prepared; return whether `x` was written.
  boolean solve(Csr data, int row, float[] x) {
    int n = data.entries(row);
    float[] inverse = n <= LONGEST ? inverses[n] : null;
    if (inverse == null) {
      return false;
    }
    int from = data.starts()[row];
    int wide = (n + 3) / 4 * 4;
    float[] z = timesInverse(data, from, n, wide, inverse);
    double[] h = new double[n * n];
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int id = data.ids()[from + j];
        h[i * n + j] = kernels.dot(z, i * f, y.chunk(id), y.offset(id), f);
      }
      double c = data.confidences()[from + i];
      h[i * n + i] += 1 / c;
      w[i] = (1 + c) / c;
    }
    if (!Precise.solve(h, n, w)) {
      return false;
    }
    Arrays.fill(x, 0);
    for (int i = 0; i < n; i++) {
      kernels.axpy((float) w[i], z, i * f, x, 0, f);
    }
    return true;
  }

  private float[] timesInverse(Csr data, int from, int n, int wide, float[] inverse) {
    float[] columns = new float[f * wide];
    for (int i = 0; i < n; i++) {
      int id = data.ids()[from + i];
      float[] chunk = y.chunk(id);
      int o = y.offset(id);
      for (int k = 0; k < f; k++) {
        columns[k * wide + i] = chunk[o + k];
      }
    }
    float[] z = new float[wide * f];
    kernels.multiply(columns, inverse, f, wide, f, z);
    return z;
  }
}
