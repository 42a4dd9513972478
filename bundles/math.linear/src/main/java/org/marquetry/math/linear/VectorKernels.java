package org.marquetry.math.linear;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Kernels on the Vector API, each under 1 kB of bytecode: larger bodies are compiled badly at
/// random.
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  /// At most eight lanes: for work that comes in steps of eight columns.
  private static final VectorSpecies<Float> D = L >= 8 ? FloatVector.SPECIES_256 : S;

  private static final int DL = D.length();

  VectorKernels() {
    if (L > 16 || DL < 4) {
      throw new UnsupportedOperationException("no kernels for vectors of " + L + " floats");
    }
  }

  @Override
  public String name() {
    return "vector-" + L;
  }

  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    float total = DL == 8 ? dot8(a, ao, b, bo, n & -16) : dot4(a, ao, b, bo, n & -16);
    for (int k = n & -16; k < n; k++) {
      total = Math.fma(a[ao + k], b[bo + k], total);
    }
    return total;
  }

  private static float dot8(float[] a, int ao, float[] b, int bo, int n) {
    FloatVector x = FloatVector.zero(D);
    FloatVector y = x;
    for (int k = 0; k < n; k += 16) {
      x = FloatVector.fromArray(D, a, ao + k).fma(FloatVector.fromArray(D, b, bo + k), x);
      y = FloatVector.fromArray(D, a, ao + k + 8).fma(FloatVector.fromArray(D, b, bo + k + 8), y);
    }
    FloatVector v = x.add(y);
    float even = (v.lane(0) + v.lane(4)) + (v.lane(2) + v.lane(6));
    return even + ((v.lane(1) + v.lane(5)) + (v.lane(3) + v.lane(7)));
  }

  private static float dot4(float[] a, int ao, float[] b, int bo, int n) {
    FloatVector x = FloatVector.zero(D);
    FloatVector y = x;
    FloatVector z = x;
    FloatVector w = x;
    for (int k = 0; k < n; k += 16) {
      x = FloatVector.fromArray(D, a, ao + k).fma(FloatVector.fromArray(D, b, bo + k), x);
      y = FloatVector.fromArray(D, a, ao + k + 4).fma(FloatVector.fromArray(D, b, bo + k + 4), y);
      z = FloatVector.fromArray(D, a, ao + k + 8).fma(FloatVector.fromArray(D, b, bo + k + 8), z);
      w = FloatVector.fromArray(D, a, ao + k + 12).fma(FloatVector.fromArray(D, b, bo + k + 12), w);
    }
    FloatVector v = x.add(z).add(y.add(w));
    return (v.lane(0) + v.lane(2)) + (v.lane(1) + v.lane(3));
  }

  @Override
  public void axpy(float w, float[] a, int ao, float[] b, int bo, int n) {
    FloatVector x = FloatVector.broadcast(D, w);
    int end = n & -DL;
    for (int k = 0; k < end; k += DL) {
      x.fma(FloatVector.fromArray(D, a, ao + k), FloatVector.fromArray(D, b, bo + k))
          .intoArray(b, bo + k);
    }
    for (int k = end; k < n; k++) {
      b[bo + k] = Math.fma(w, a[ao + k], b[bo + k]);
    }
  }

  @Override
  public void syrk(float[] p, int po, int rows, int f, int from, float[] a, float s) {
    int c = from & -L;
    if (((f - c) / L & 1) == 1) {
      for (int r = from; r < c + L; r += 4) {
        tile1(p, po + r, 1, f, p, po + c, f, rows, a, r * f + c, f, s);
      }
      c += L;
    }
    for (; c < f; c += 2 * L) {
      for (int r = from; r < c + 2 * L; r += 4) {
        tile2(p, po + r, 1, f, p, po + c, f, rows, a, r * f + c, f, s);
      }
    }
  }

  @Override
  public void multiply(
      float[] p, int po, float[] q, int qo, int k, int m, int n, float[] a, int ao) {
    for (int r = 0; r < m; r += 4) {
      tiles(p, po + r, 1, m, q, qo, n, k, a, ao + r * n);
    }
  }

  @Override
  public void product(
      float[] p, int po, float[] q, int qo, int m, int k, int n, float[] a, int ao) {
    for (int r = 0; r < m; r += 4) {
      tiles(p, po + r * k, k, 1, q, qo, n, k, a, ao + r * n);
    }
  }

  /// Four whole rows of `a`.
  private static void tiles(
      float[] p, int po, int row, int depth, float[] q, int qo, int n, int k, float[] a, int ao) {
    int c = 0;
    for (; c + 2 * L <= n; c += 2 * L) {
      tile2(p, po, row, depth, q, qo + c, n, k, a, ao + c, n, 1f);
    }
    for (; c < n; c += L) {
      tile1(p, po, row, depth, q, qo + c, n, k, a, ao + c, n, 1f);
    }
  }

  /// Four rows by two vectors: eight sums hide the latency of the fused multiply-add and fit
  /// sixteen registers.
  ///
  /// @param row what lies between two of the four rows in `p`
  /// @param depth what lies between two terms of a sum in `p`
  private static void tile2(
      float[] p,
      int po,
      int row,
      int depth,
      float[] q,
      int qo,
      int ldq,
      int k,
      float[] a,
      int ao,
      int lda,
      float s) {
    FloatVector a0 = FloatVector.zero(S);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector b2 = a0;
    FloatVector b3 = a0;
    for (int i = 0, o = po, v = qo; i < k; i++, o += depth, v += ldq) {
      FloatVector x = FloatVector.fromArray(S, q, v);
      FloatVector y = FloatVector.fromArray(S, q, v + L);
      FloatVector w = FloatVector.broadcast(S, p[o]);
      a0 = w.fma(x, a0);
      b0 = w.fma(y, b0);
      w = FloatVector.broadcast(S, p[o + row]);
      a1 = w.fma(x, a1);
      b1 = w.fma(y, b1);
      w = FloatVector.broadcast(S, p[o + 2 * row]);
      a2 = w.fma(x, a2);
      b2 = w.fma(y, b2);
      w = FloatVector.broadcast(S, p[o + 3 * row]);
      a3 = w.fma(x, a3);
      b3 = w.fma(y, b3);
    }
    FloatVector scale = FloatVector.broadcast(S, s);
    add(a0, scale, a, ao + 0 * lda);
    add(b0, scale, a, ao + 0 * lda + L);
    add(a1, scale, a, ao + 1 * lda);
    add(b1, scale, a, ao + 1 * lda + L);
    add(a2, scale, a, ao + 2 * lda);
    add(b2, scale, a, ao + 2 * lda + L);
    add(a3, scale, a, ao + 3 * lda);
    add(b3, scale, a, ao + 3 * lda + L);
  }

  private static void tile1(
      float[] p,
      int po,
      int row,
      int depth,
      float[] q,
      int qo,
      int ldq,
      int k,
      float[] a,
      int ao,
      int lda,
      float s) {
    FloatVector a0 = FloatVector.zero(S);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    for (int i = 0, o = po, v = qo; i < k; i++, o += depth, v += ldq) {
      FloatVector x = FloatVector.fromArray(S, q, v);
      a0 = FloatVector.broadcast(S, p[o]).fma(x, a0);
      a1 = FloatVector.broadcast(S, p[o + row]).fma(x, a1);
      a2 = FloatVector.broadcast(S, p[o + 2 * row]).fma(x, a2);
      a3 = FloatVector.broadcast(S, p[o + 3 * row]).fma(x, a3);
    }
    FloatVector scale = FloatVector.broadcast(S, s);
    add(a0, scale, a, ao + 0 * lda);
    add(a1, scale, a, ao + 1 * lda);
    add(a2, scale, a, ao + 2 * lda);
    add(a3, scale, a, ao + 3 * lda);
  }

  private static void add(FloatVector sum, FloatVector scale, float[] a, int o) {
    sum.fma(scale, FloatVector.fromArray(S, a, o)).intoArray(a, o);
  }

  @Override
  public float max(float[] a, int ao, int n) {
    FloatVector most = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
    int end = n - n % L;
    for (int k = 0; k < end; k += L) {
      most = most.max(FloatVector.fromArray(S, a, ao + k));
    }
    float max = most.reduceLanes(VectorOperators.MAX);
    for (int k = end; k < n; k++) {
      max = Math.max(max, a[ao + k]);
    }
    return max;
  }

  @Override
  public void scale(float w, float[] a, int ao, int n) {
    int end = n - n % L;
    for (int k = 0; k < end; k += L) {
      FloatVector.fromArray(S, a, ao + k).mul(w).intoArray(a, ao + k);
    }
    for (int k = end; k < n; k++) {
      a[ao + k] *= w;
    }
  }

  @Override
  public float exp(float[] a, int ao, int n, float shift) {
    int end = n & -16;
    float total = DL == 8 ? exp8(a, ao, end, shift) : exp4(a, ao, end, shift);
    for (int k = end; k < n; k++) {
      float e = Exponential.of(a[ao + k] - shift);
      a[ao + k] = e;
      total += e;
    }
    return total;
  }

  private static float exp8(float[] a, int ao, int n, float shift) {
    FloatVector x = FloatVector.zero(D);
    FloatVector y = x;
    for (int k = ao; k < ao + n; k += 16) {
      FloatVector e = power(FloatVector.fromArray(D, a, k).sub(shift));
      e.intoArray(a, k);
      x = x.add(e);
      e = power(FloatVector.fromArray(D, a, k + 8).sub(shift));
      e.intoArray(a, k + 8);
      y = y.add(e);
    }
    FloatVector v = x.add(y);
    float even = (v.lane(0) + v.lane(4)) + (v.lane(2) + v.lane(6));
    return even + ((v.lane(1) + v.lane(5)) + (v.lane(3) + v.lane(7)));
  }

  private static float exp4(float[] a, int ao, int n, float shift) {
    FloatVector x = FloatVector.zero(D);
    FloatVector y = x;
    FloatVector z = x;
    FloatVector w = x;
    for (int k = ao; k < ao + n; k += 16) {
      FloatVector e = power(FloatVector.fromArray(D, a, k).sub(shift));
      e.intoArray(a, k);
      x = x.add(e);
      e = power(FloatVector.fromArray(D, a, k + 4).sub(shift));
      e.intoArray(a, k + 4);
      y = y.add(e);
      e = power(FloatVector.fromArray(D, a, k + 8).sub(shift));
      e.intoArray(a, k + 8);
      z = z.add(e);
      e = power(FloatVector.fromArray(D, a, k + 12).sub(shift));
      e.intoArray(a, k + 12);
      w = w.add(e);
    }
    FloatVector v = x.add(z).add(y.add(w));
    return (v.lane(0) + v.lane(2)) + (v.lane(1) + v.lane(3));
  }

  /// As [Exponential#of].
  private static FloatVector power(FloatVector value) {
    FloatVector x = value.max(Exponential.LEAST);
    FloatVector t = x.fma(Exponential.LOG2_E, Exponential.ROUND);
    FloatVector z = t.sub(Exponential.ROUND);
    FloatVector r = z.fma(FloatVector.broadcast(D, -Exponential.LN2_HIGH), x);
    r = z.fma(FloatVector.broadcast(D, -Exponential.LN2_LOW), r);
    FloatVector y =
        r.fma(FloatVector.broadcast(D, Exponential.P0), FloatVector.broadcast(D, Exponential.P1));
    y = y.fma(r, FloatVector.broadcast(D, Exponential.P2));
    y = y.fma(r, FloatVector.broadcast(D, Exponential.P3));
    y = y.fma(r, FloatVector.broadcast(D, Exponential.P4));
    y = y.fma(r, FloatVector.broadcast(D, Exponential.P5));
    y = y.fma(r.mul(r), r).add(1f);
    return y.mul(
        t.reinterpretAsInts()
            .sub(Exponential.ROUND_BITS - Exponential.BIAS)
            .lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS)
            .reinterpretAsFloats());
  }

  @Override
  public void solvePanel(float[] a, int f, int row) {
    for (int c = row + 8; c < f; c += DL) {
      upper(a, f, row, c);
      lower(a, f, row, c);
    }
  }

  /// Rows 0-3 of one column step: each divided by its pivot and taken from the rows after it.
  private static void upper(float[] a, int f, int row, int c) {
    int q = row * f + row;
    int o = row * f + c;
    FloatVector r0 = FloatVector.fromArray(D, a, o + 0 * f);
    FloatVector r1 = FloatVector.fromArray(D, a, o + 1 * f);
    FloatVector r2 = FloatVector.fromArray(D, a, o + 2 * f);
    FloatVector r3 = FloatVector.fromArray(D, a, o + 3 * f);
    r0 = r0.mul(1f / a[q + 0 * f + 0]);
    r0.intoArray(a, o + 0 * f);
    r1 = FloatVector.broadcast(D, -a[q + 0 * f + 1]).fma(r0, r1);
    r2 = FloatVector.broadcast(D, -a[q + 0 * f + 2]).fma(r0, r2);
    r3 = FloatVector.broadcast(D, -a[q + 0 * f + 3]).fma(r0, r3);
    r1 = r1.mul(1f / a[q + 1 * f + 1]);
    r1.intoArray(a, o + 1 * f);
    r2 = FloatVector.broadcast(D, -a[q + 1 * f + 2]).fma(r1, r2);
    r3 = FloatVector.broadcast(D, -a[q + 1 * f + 3]).fma(r1, r3);
    r2 = r2.mul(1f / a[q + 2 * f + 2]);
    r2.intoArray(a, o + 2 * f);
    r3 = FloatVector.broadcast(D, -a[q + 2 * f + 3]).fma(r2, r3);
    r3 = r3.mul(1f / a[q + 3 * f + 3]);
    r3.intoArray(a, o + 3 * f);
  }

  /// Rows 4-7 of one column step, after rows 0-3.
  private static void lower(float[] a, int f, int row, int c) {
    int q = row * f + row;
    int o = row * f + c;
    FloatVector r4 = FloatVector.fromArray(D, a, o + 4 * f);
    FloatVector r5 = FloatVector.fromArray(D, a, o + 5 * f);
    FloatVector r6 = FloatVector.fromArray(D, a, o + 6 * f);
    FloatVector r7 = FloatVector.fromArray(D, a, o + 7 * f);
    for (int j = 0; j < 4; j++) {
      FloatVector x = FloatVector.fromArray(D, a, o + j * f);
      r4 = FloatVector.broadcast(D, -a[q + j * f + 4]).fma(x, r4);
      r5 = FloatVector.broadcast(D, -a[q + j * f + 5]).fma(x, r5);
      r6 = FloatVector.broadcast(D, -a[q + j * f + 6]).fma(x, r6);
      r7 = FloatVector.broadcast(D, -a[q + j * f + 7]).fma(x, r7);
    }
    r4 = r4.mul(1f / a[q + 4 * f + 4]);
    r4.intoArray(a, o + 4 * f);
    r5 = FloatVector.broadcast(D, -a[q + 4 * f + 5]).fma(r4, r5);
    r6 = FloatVector.broadcast(D, -a[q + 4 * f + 6]).fma(r4, r6);
    r7 = FloatVector.broadcast(D, -a[q + 4 * f + 7]).fma(r4, r7);
    r5 = r5.mul(1f / a[q + 5 * f + 5]);
    r5.intoArray(a, o + 5 * f);
    r6 = FloatVector.broadcast(D, -a[q + 5 * f + 6]).fma(r5, r6);
    r7 = FloatVector.broadcast(D, -a[q + 5 * f + 7]).fma(r5, r7);
    r6 = r6.mul(1f / a[q + 6 * f + 6]);
    r6.intoArray(a, o + 6 * f);
    r7 = FloatVector.broadcast(D, -a[q + 6 * f + 7]).fma(r6, r7);
    r7 = r7.mul(1f / a[q + 7 * f + 7]);
    r7.intoArray(a, o + 7 * f);
  }

  @Override
  public void panelScores(float[] q, int qo, float[] x, int f, float[] out) {
    for (int c = 0; c < PANEL; c += 2 * L) {
      FloatVector a = FloatVector.zero(S);
      FloatVector b = a;
      FloatVector aOdd = a;
      FloatVector bOdd = a;
      for (int k = 0, o = qo + c; k < f; k += 2, o += 2 * PANEL) {
        FloatVector w = FloatVector.broadcast(S, x[k]);
        a = w.fma(FloatVector.fromArray(S, q, o), a);
        b = w.fma(FloatVector.fromArray(S, q, o + L), b);
        FloatVector v = FloatVector.broadcast(S, x[k + 1]);
        aOdd = v.fma(FloatVector.fromArray(S, q, o + PANEL), aOdd);
        bOdd = v.fma(FloatVector.fromArray(S, q, o + PANEL + L), bOdd);
      }
      a.add(aOdd).intoArray(out, c);
      b.add(bOdd).intoArray(out, c + L);
    }
  }
}
