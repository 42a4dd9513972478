package org.marquetry.recommend.mf;

/// Small symmetric positive definite systems in double precision.
final class Precise {
  private Precise() {}

  /// Replace `x` by the solution of `A y = x` and the lower triangle of `a` by its Cholesky factor.
  ///
  /// @return false when a pivot is not positive
  static boolean solve(double[] a, int n, double[] x) {
    if (!factor(a, n)) {
      return false;
    }
    solveFactored(a, n, x);
    return true;
  }

  /// Replace the lower triangle of the row-major `a` by `L` with `L L' = A`.
  static boolean factor(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * n + k] * a[j * n + k];
        }
        if (i > j) {
          a[i * n + j] = sum / a[j * n + j];
        } else if (sum > 0) {
          a[i * n + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  static void solveFactored(double[] l, int n, double[] x) {
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i * n + k] * x[k];
      }
      x[i] = sum / l[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= l[i * n + i];
      for (int k = 0; k < i; k++) {
        x[k] -= l[i * n + k] * x[i];
      }
    }
  }
}
