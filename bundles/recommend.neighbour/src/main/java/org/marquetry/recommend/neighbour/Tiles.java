package org.marquetry.recommend.neighbour;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.marquetry.lib.model.Kept;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.TrainingCancelledException;

/// A square matrix in tiles of 64 x 64 values, which fit the cache. Behind its last row and column
/// it goes on as the unit matrix.
final class Tiles {
  static final int SIDE = 64;

  private final int tiles;
  private final float[][] tile; // row-major

  Tiles(int size) {
    tiles = Math.ceilDiv(size, SIDE);
    tile = new float[Math.multiplyExact(tiles, tiles)][SIDE * SIDE];
    for (int k = size; k < tiles * SIDE; k++) {
      add(k, k, 1);
    }
  }

  /// Bytes that a matrix of this size takes.
  static long bytes(int size) {
    long side = (long) Math.ceilDiv(size, SIDE) * SIDE;
    return side * side * Float.BYTES;
  }

  void write(DataOutput to) throws IOException {
    for (float[] one : tile) {
      Kept.write(one, to);
    }
  }

  static Tiles read(DataInput from, int size) throws IOException {
    Tiles all = new Tiles(size);
    for (int k = 0; k < all.tile.length; k++) {
      all.tile[k] = Kept.floats(from, SIDE * SIDE);
    }
    return all;
  }

  void add(int row, int column, float value) {
    tile[row / SIDE * tiles + column / SIDE][row % SIDE * SIDE + column % SIDE] += value;
  }

  float get(int row, int column) {
    return tile[row / SIDE * tiles + column / SIDE][row % SIDE * SIDE + column % SIDE];
  }

  /// Add `w` times a row to `sums`, which may be shorter by what lies behind the last column.
  void addRow(Kernels kernels, int row, float w, float[] sums) {
    for (int c = 0; c < tiles; c++) {
      int from = c * SIDE;
      int n = Math.min(SIDE, sums.length - from);
      kernels.axpy(w, tile[row / SIDE * tiles + c], row % SIDE * SIDE, sums, from, n);
    }
  }

  /// Replace a symmetric positive definite matrix by its inverse: Gauss-Jordan elimination, a row
  /// of tiles at a time. The same bits for any number of threads.
  ///
  /// @throws TrainingCancelledException when `cancelled` says so
  /// @throws IllegalStateException if it is not positive definite in single precision
  void invert(Kernels kernels, ComputePool pool, BooleanSupplier cancelled) {
    float[][] pivotRow = new float[tiles][];
    for (int k = 0; k < tiles; k++) {
      if (cancelled.getAsBoolean()) {
        throw new TrainingCancelledException("training was cancelled");
      }
      int pivot = k;
      float[] inverse = inverse(tile[k * tiles + k]);
      pool.parallel(
          tiles, j -> pivotRow[j] = j == pivot ? inverse : times(kernels, inverse, at(pivot, j)));
      pool.parallel(tiles, i -> eliminate(kernels, pivot, i, pivotRow));
      for (int j = 0; j < tiles; j++) {
        tile[k * tiles + j] = pivotRow[j];
      }
    }
  }

  private float[] at(int row, int column) {
    return tile[row * tiles + column];
  }

  private void eliminate(Kernels kernels, int pivot, int i, float[][] pivotRow) {
    if (i == pivot) {
      return;
    }
    float[] factor = at(i, pivot).clone();
    for (int k = 0; k < factor.length; k++) {
      factor[k] = -factor[k];
    }
    Arrays.fill(at(i, pivot), 0);
    for (int j = 0; j < tiles; j++) {
      kernels.product(factor, 0, pivotRow[j], 0, SIDE, SIDE, SIDE, at(i, j), 0);
    }
  }

  private static float[] times(Kernels kernels, float[] p, float[] q) {
    float[] product = new float[SIDE * SIDE];
    kernels.product(p, 0, q, 0, SIDE, SIDE, SIDE, product, 0);
    return product;
  }

  /// The inverse of one tile, in double precision.
  private static float[] inverse(float[] tile) {
    double[] a = new double[SIDE * SIDE];
    for (int k = 0; k < a.length; k++) {
      a[k] = tile[k];
    }
    for (int k = 0; k < SIDE; k++) {
      double pivot = a[k * SIDE + k];
      if (!(pivot > 0)) {
        throw new IllegalStateException(
            "the counts are singular in single precision: raise regularisation");
      }
      a[k * SIDE + k] = 1;
      for (int j = 0; j < SIDE; j++) {
        a[k * SIDE + j] /= pivot;
      }
      for (int i = 0; i < SIDE; i++) {
        double factor = a[i * SIDE + k];
        if (i != k && factor != 0) {
          a[i * SIDE + k] = 0;
          for (int j = 0; j < SIDE; j++) {
            a[i * SIDE + j] -= factor * a[k * SIDE + j];
          }
        }
      }
    }
    float[] inverse = new float[a.length];
    for (int k = 0; k < a.length; k++) {
      inverse[k] = (float) a[k];
    }
    return inverse;
  }
}
