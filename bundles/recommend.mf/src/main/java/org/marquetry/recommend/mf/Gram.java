package org.marquetry.recommend.mf;

import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;

/// The product `Y'Y` of all factor vectors, the same bits for any number of threads.
///
/// Rows are cut into blocks by their number alone; each block has its own sum, and the sums are
/// joined as a tree in fixed order.
final class Gram {
  private static final int MOST_BLOCKS = 64;
  private static final int TILE = 64;

  private Gram() {}

  /// Return the full symmetric matrix, stride x stride.
  static float[] of(FactorStore y, Kernels kernels, ComputePool pool) {
    int f = y.stride();
    int block = Math.max(1024, (y.rows() / MOST_BLOCKS + TILE) / TILE * TILE);
    int blocks = Math.max(1, (y.rows() + block - 1) / block);
    float[][] sums = new float[blocks][f * f];
    pool.parallel(
        blocks,
        b -> {
          int end = (int) Math.min(y.rows(), (b + 1L) * block);
          for (int r = b * block; r < end; r += TILE) {
            kernels.syrk(y.chunk(r), y.offset(r), Math.min(TILE, end - r), f, 0, sums[b], 1f);
          }
        });
    for (int step = 1; step < blocks; step *= 2) {
      for (int b = 0; b + step < blocks; b += 2 * step) {
        kernels.axpy(1f, sums[b + step], 0, sums[b], 0, f * f);
      }
    }
    float[] gram = sums[0];
    for (int r = 0; r < f; r++) {
      for (int c = r + 1; c < f; c++) {
        gram[c * f + r] = gram[r * f + c];
      }
    }
    return gram;
  }
}
