package org.marquetry.math.linear;

/// The inner loops of factor models on row-major `float` arrays.
///
/// Every implementation returns the same bits: sums run in a fixed order (sixteen virtual lanes in
/// [#dot]), every product is fused. Safe for use by many threads; no argument is checked beyond the
/// array bounds.
public interface Kernels {
  /// Rows and columns of factor matrices are padded with zeros to a multiple of this.
  int PAD = 16;

  /// Items in one packed panel of [#panelScores].
  int PANEL = 32;

  /// Name the implementation for logs and model cards, for example `vector-8`.
  String name();

  /// Return the inner product of `n` values of `a` from `ao` and `b` from `bo`.
  float dot(float[] a, int ao, float[] b, int bo, int n);

  /// Add `w` times `n` values of `a` from `ao` to `b` from `bo`.
  void axpy(float w, float[] a, int ao, float[] b, int bo, int n);

  /// Add `s` times `P'P` to the upper triangle of the `f` x `f` matrix `a`, for rows and columns
  /// from `from` on.
  ///
  /// `p` holds `rows` rows of `f` values from `po`; `f` is a multiple of [#PAD], `from` of 8.
  /// Entries below the diagonal are scratch.
  void syrk(float[] p, int po, int rows, int f, int from, float[] a, float s);

  /// Add `P'Q` to `a`, all from their beginnings, as [#multiply(float[], int, float[], int, int,
  /// int, int, float[], int)].
  default void multiply(float[] p, float[] q, int k, int m, int n, float[] a) {
    multiply(p, 0, q, 0, k, m, n, a, 0);
  }

  /// Add `P'Q` to `a`, where `p` is `k` x `m`, `q` is `k` x `n` and `a` is `m` x `n`; `m` is a
  /// multiple of 4, `n` of [#PAD].
  void multiply(float[] p, int po, float[] q, int qo, int k, int m, int n, float[] a, int ao);

  /// Add `PQ` to `a`, where `p` is `m` x `k`, `q` is `k` x `n` and `a` is `m` x `n`; `m` is a
  /// multiple of 4, `n` of [#PAD].
  void product(float[] p, int po, float[] q, int qo, int m, int k, int n, float[] a, int ao);

  /// Return the largest of `n` values of `a` from `ao`, negative infinity for none.
  float max(float[] a, int ao, int n);

  /// Replace `n` values of `a` from `ao` by `exp(value - shift)` and return their sum. No value may
  /// lie above `shift`; what is more than 87 below counts as 87 below. The relative error of a
  /// value is less than 3e-7.
  ///
  /// Source of the polynomial: Moshier, Cephes library, `expf`.
  float exp(float[] a, int ao, int n, float shift);

  /// Multiply `n` values of `a` from `ao` by `w`.
  void scale(float w, float[] a, int ao, int n);

  /// Finish eight rows of a Cholesky factor from `row` on, right of their factored 8 x 8 diagonal
  /// block.
  void solvePanel(float[] a, int f, int row);

  /// Write the scores of [#PANEL] items to `out`: item `i` of the panel has its value `k` at `q[qo
  /// + k * PANEL + i]`.
  void panelScores(float[] q, int qo, float[] x, int f, float[] out);
}
