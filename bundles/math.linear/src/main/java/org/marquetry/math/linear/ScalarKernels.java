package org.marquetry.math.linear;

/// The twin of [VectorKernels] in plain Java, bit for bit the same.
public final class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    float[] sum = new float[16];
    int end = n & -16;
    for (int k = 0; k < end; k += 16) {
      for (int l = 0; l < 16; l++) {
        sum[l] = Math.fma(a[ao + k + l], b[bo + k + l], sum[l]);
      }
    }
    float total = total(sum);
    for (int k = end; k < n; k++) {
      total = Math.fma(a[ao + k], b[bo + k], total);
    }
    return total;
  }

  @Override
  public void axpy(float w, float[] a, int ao, float[] b, int bo, int n) {
    for (int k = 0; k < n; k++) {
      b[bo + k] = Math.fma(w, a[ao + k], b[bo + k]);
    }
  }

  @Override
  public void syrk(float[] p, int po, int rows, int f, int from, float[] a, float s) {
    float[] sum = new float[f];
    for (int r = from; r < f; r++) {
      row(p, po + r, f, p, po, f, rows, r, f, sum);
      add(sum, r, f, s, a, r * f);
    }
  }

  @Override
  public void multiply(
      float[] p, int po, float[] q, int qo, int k, int m, int n, float[] a, int ao) {
    float[] sum = new float[n];
    for (int r = 0; r < m; r++) {
      row(p, po + r, m, q, qo, n, k, 0, n, sum);
      add(sum, 0, n, 1f, a, ao + r * n);
    }
  }

  @Override
  public void product(
      float[] p, int po, float[] q, int qo, int m, int k, int n, float[] a, int ao) {
    float[] sum = new float[n];
    for (int r = 0; r < m; r++) {
      row(p, po + r * k, 1, q, qo, n, k, 0, n, sum);
      add(sum, 0, n, 1f, a, ao + r * n);
    }
  }

  @Override
  public float max(float[] a, int ao, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      max = Math.max(max, a[ao + k]);
    }
    return max;
  }

  @Override
  public float exp(float[] a, int ao, int n, float shift) {
    float[] sum = new float[16];
    int end = n & -16;
    for (int k = 0; k < n; k++) {
      float e = Exponential.of(a[ao + k] - shift);
      a[ao + k] = e;
      if (k < end) {
        sum[k & 15] += e;
      }
    }
    float total = total(sum);
    for (int k = end; k < n; k++) {
      total += a[ao + k];
    }
    return total;
  }

  @Override
  public void scale(float w, float[] a, int ao, int n) {
    for (int k = 0; k < n; k++) {
      a[ao + k] *= w;
    }
  }

  private static float total(float[] sum) {
    for (int width = 8; width >= 1; width /= 2) {
      for (int l = 0; l < width; l++) {
        sum[l] += sum[l + width];
      }
    }
    return sum[0];
  }

  private static void row(
      float[] p, int po, int ldp, float[] q, int qo, int ldq, int k, int lo, int hi, float[] sum) {
    for (int c = lo; c < hi; c++) {
      sum[c] = 0;
    }
    for (int i = 0; i < k; i++) {
      float w = p[po + i * ldp];
      int o = qo + i * ldq;
      for (int c = lo; c < hi; c++) {
        sum[c] = Math.fma(w, q[o + c], sum[c]);
      }
    }
  }

  private static void add(float[] sum, int lo, int hi, float s, float[] a, int ao) {
    for (int c = lo; c < hi; c++) {
      a[ao + c] = Math.fma(sum[c], s, a[ao + c]);
    }
  }

  @Override
  public void solvePanel(float[] a, int f, int row) {
    for (int j = 0; j < 8; j++) {
      int rj = (row + j) * f;
      float inverse = 1f / a[rj + row + j];
      for (int c = row + 8; c < f; c++) {
        a[rj + c] *= inverse;
      }
      for (int i = j + 1; i < 8; i++) {
        axpy(-a[rj + row + i], a, rj + row + 8, a, (row + i) * f + row + 8, f - row - 8);
      }
    }
  }

  @Override
  public void panelScores(float[] q, int qo, float[] x, int f, float[] out) {
    float[] odd = new float[PANEL];
    java.util.Arrays.fill(out, 0, PANEL, 0f);
    for (int k = 0; k < f; k += 2) {
      axpy(x[k], q, qo + k * PANEL, out, 0, PANEL);
      axpy(x[k + 1], q, qo + (k + 1) * PANEL, odd, 0, PANEL);
    }
    for (int l = 0; l < PANEL; l++) {
      out[l] += odd[l];
    }
  }
}
