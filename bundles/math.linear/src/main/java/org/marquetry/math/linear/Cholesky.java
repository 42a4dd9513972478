package org.marquetry.math.linear;

/// Factor and solve symmetric positive definite systems in place: `A = U'U`, upper triangle,
/// row-major.
///
/// Blocked in panels of eight rows. Same bits for every [Kernels].
public final class Cholesky {
  private Cholesky() {}

  /// Overwrite the upper triangle of the `f` x `f` matrix `a` with `U`; `f` is a multiple of
  /// [Kernels#PAD].
  ///
  /// @return false when a pivot is not positive: `a` is then in an undefined state
  public static boolean factor(Kernels kernels, float[] a, int f) {
    for (int row = 0; row < f; row += 8) {
      if (!block(a, f, row)) {
        return false;
      }
      if (row + 8 < f) {
        kernels.solvePanel(a, f, row);
        kernels.syrk(a, row * f, 8, f, row + 8, a, -1f);
      }
    }
    return true;
  }

  private static boolean block(float[] a, int f, int row) {
    for (int j = 0; j < 8; j++) {
      int rj = (row + j) * f + row;
      float pivot = a[rj + j];
      if (!(pivot > 0)) {
        return false;
      }
      float root = (float) Math.sqrt(pivot);
      float inverse = 1f / root;
      a[rj + j] = root;
      for (int i = j + 1; i < 8; i++) {
        a[rj + i] *= inverse;
      }
      for (int i = j + 1; i < 8; i++) {
        float w = -a[rj + i];
        int ri = (row + i) * f + row;
        for (int c = i; c < 8; c++) {
          a[ri + c] = Math.fma(w, a[rj + c], a[ri + c]);
        }
      }
    }
    return true;
  }

  /// Replace `x` (length `f`) by the solution of `U'U y = x`, with `u` from [#factor].
  public static void solve(Kernels kernels, float[] u, int f, float[] x) {
    for (int k = 0; k < f; k++) {
      float z = x[k] / u[k * f + k];
      x[k] = z;
      if (z != 0) {
        kernels.axpy(-z, u, k * f + k + 1, x, k + 1, f - k - 1);
      }
    }
    for (int k = f - 1; k >= 0; k--) {
      float rest = kernels.dot(u, k * f + k + 1, x, k + 1, f - k - 1);
      x[k] = (x[k] - rest) / u[k * f + k];
    }
  }
}
