package org.marquetry.math.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private static final Kernels VECTOR = new VectorKernels();
  private static final Kernels SCALAR = new ScalarKernels();

  private final SplittableRandom random = new SplittableRandom(7);

  private float[] values(int n) {
    float[] x = new float[n];
    for (int k = 0; k < n; k++) {
      x[k] = (float) random.nextGaussian();
    }
    return x;
  }

  @Test
  void dotIsTheSameInBothAndNearTheTruth() {
    for (int n : new int[] {0, 1, 15, 16, 17, 31, 32, 64, 100, 129}) {
      float[] a = values(n + 3);
      float[] b = values(n + 5);
      double truth = 0;
      double scale = 0;
      for (int k = 0; k < n; k++) {
        truth += (double) a[k + 3] * b[k + 5];
        scale += Math.abs((double) a[k + 3] * b[k + 5]);
      }
      float vector = VECTOR.dot(a, 3, b, 5, n);
      assertEquals(SCALAR.dot(a, 3, b, 5, n), vector, 0f, "n " + n);
      assertEquals(truth, vector, 1e-6 * scale + 1e-12, "n " + n);
    }
  }

  @Test
  void axpyIsTheSameInBoth() {
    for (int n : new int[] {0, 1, 7, 8, 9, 64, 77}) {
      float[] a = values(n + 2);
      float[] b = values(n + 2);
      float[] c = b.clone();
      VECTOR.axpy(1.7f, a, 1, b, 2, n);
      SCALAR.axpy(1.7f, a, 1, c, 2, n);
      assertArrayEquals(c, b, 0f);
    }
  }

  @Test
  void rankUpdateIsTheSameInBothAndNearTheTruth() {
    for (int f : new int[] {16, 32, 48, 64, 80}) {
      for (int rows : new int[] {1, 8, 33}) {
        for (int from : new int[] {0, 8}) {
          float[] p = values(rows * f);
          float[] a = values(f * f);
          float[] before = a.clone();
          float[] b = a.clone();
          VECTOR.syrk(p, 0, rows, f, from, a, -1f);
          SCALAR.syrk(p, 0, rows, f, from, b, -1f);
          for (int r = from; r < f; r++) {
            for (int c = r; c < f; c++) {
              double truth = before[r * f + c];
              for (int k = 0; k < rows; k++) {
                truth -= (double) p[k * f + r] * p[k * f + c];
              }
              assertEquals(b[r * f + c], a[r * f + c], 0f);
              assertEquals(truth, a[r * f + c], 1e-4);
            }
          }
        }
      }
    }
  }

  @Test
  void productIsTheSameInBothAndNearTheTruth() {
    int k = 64;
    for (int m : new int[] {4, 12}) {
      for (int n : new int[] {16, 48, 64}) {
        float[] p = values(k * m);
        float[] q = values(k * n);
        float[] a = new float[m * n];
        float[] b = new float[m * n];
        VECTOR.multiply(p, q, k, m, n, a);
        SCALAR.multiply(p, q, k, m, n, b);
        assertArrayEquals(b, a, 0f);
        double truth = 0;
        for (int i = 0; i < k; i++) {
          truth += (double) p[i * m + 3] * q[i * n + 5];
        }
        assertEquals(truth, a[3 * n + 5], 1e-4);
      }
    }
  }

  @Test
  void productsAreTheSameInBothAndNearTheTruth() {
    for (int n : new int[] {16, 48, 64}) {
      for (int k : new int[] {1, 7, 65}) {
        int m = 8;
        float[] p = values(m * k + 3);
        float[] q = values(k * n + 5);
        float[] a = values(m * n + 1);
        float[] b = a.clone();
        double truth = a[1 + 3 * n + 5];
        VECTOR.product(p, 3, q, 5, m, k, n, a, 1);
        SCALAR.product(p, 3, q, 5, m, k, n, b, 1);
        assertArrayEquals(b, a, 0f);
        for (int i = 0; i < k; i++) {
          truth += (double) p[3 + 3 * k + i] * q[5 + i * n + 5];
        }
        assertEquals(truth, a[1 + 3 * n + 5], 1e-4);
      }
    }
  }

  @Test
  void exponentialsAreTheSameInBothAndNearTheTruth() {
    for (int n : new int[] {0, 5, 16, 33, 100}) {
      float[] a = values(n + 2);
      for (int k = 0; k < n; k++) {
        a[k + 2] *= 20;
      }
      float max = VECTOR.max(a, 2, n);
      assertEquals(SCALAR.max(a, 2, n), max, 0f);
      float[] given = a.clone();
      float[] b = a.clone();
      float sum = VECTOR.exp(a, 2, n, max);
      assertEquals(SCALAR.exp(b, 2, n, max), sum, 0f);
      assertArrayEquals(b, a, 0f);
      double truth = 0;
      for (int k = 2; k < n + 2; k++) {
        double exact = Math.exp(Math.max(-87f, given[k] - max));
        assertEquals(exact, a[k], 3e-7 * exact);
        truth += exact;
      }
      assertEquals(truth, sum, 1e-5);
      VECTOR.scale(0.3f, a, 2, n);
      SCALAR.scale(0.3f, b, 2, n);
      assertArrayEquals(b, a, 0f);
    }
  }

  @Test
  void panelScoresAreTheSameInBothAndNearTheTruth() {
    int f = 48;
    float[] q = values(f * Kernels.PANEL + 7);
    float[] x = values(f);
    float[] a = new float[Kernels.PANEL];
    float[] b = new float[Kernels.PANEL];
    VECTOR.panelScores(q, 7, x, f, a);
    SCALAR.panelScores(q, 7, x, f, b);
    assertArrayEquals(b, a, 0f);
    double truth = 0;
    for (int k = 0; k < f; k++) {
      truth += (double) x[k] * q[7 + k * Kernels.PANEL + 31];
    }
    assertEquals(truth, a[31], 1e-4);
  }

  @Test
  void choleskySolvesAndIsTheSameInBoth() {
    for (int f : new int[] {16, 32, 48, 64, 128}) {
      float[] a = new float[f * f];
      SCALAR.syrk(values(2 * f * f), 0, 2 * f, f, 0, a, 1f);
      float[] right = values(f);
      float[] u = a.clone();
      float[] v = a.clone();
      float[] x = right.clone();
      float[] y = right.clone();
      assertTrue(Cholesky.factor(VECTOR, u, f));
      Cholesky.solve(VECTOR, u, f, x);
      assertTrue(Cholesky.factor(SCALAR, v, f));
      Cholesky.solve(SCALAR, v, f, y);
      assertArrayEquals(y, x, 0f);
      for (int r = 0; r < f; r++) {
        double sum = 0;
        for (int c = 0; c < f; c++) {
          sum += (double) (c >= r ? a[r * f + c] : a[c * f + r]) * x[c];
        }
        assertEquals(right[r], sum, 2e-3, "f " + f + " row " + r);
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveIsRefused() {
    float[] a = new float[16 * 16];
    assertFalse(Cholesky.factor(VECTOR, a, 16));
    Arrays.fill(a, Float.NaN);
    assertFalse(Cholesky.factor(VECTOR, a, 16));
  }

  @Test
  void theSelfCheckChoosesByMeasuredSpeed() {
    KernelChoice choice = KernelChoice.measure();
    assertTrue(choice.scalarGflops() > 0);
    boolean faster = choice.vectorGflops() >= choice.scalarGflops();
    assertEquals(faster, choice.kernels() instanceof VectorKernels, choice.reason());
  }
}
