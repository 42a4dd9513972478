package org.marquetry.recommend.mf;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import org.marquetry.lib.model.Kept;
import org.marquetry.math.linear.Kernels;

/// Factor vectors of all users or all items, row-major in chunks, so that no array bounds their
/// number.
///
/// Rows are padded with zeros to a multiple of [Kernels#PAD]; the padding stays zero through every
/// solve.
public final class FactorStore {
  /// Rows in a chunk; a multiple of every tile.
  static final int CHUNK = 1 << 14;

  private final int rows;
  private final int stride;
  private final float[][] chunks;

  private FactorStore(int rows, int stride, float[][] chunks) {
    this.rows = rows;
    this.stride = stride;
    this.chunks = chunks;
  }

  /// All zero.
  public FactorStore(int rows, int factors) {
    this.rows = rows;
    stride = (factors + Kernels.PAD - 1) / Kernels.PAD * Kernels.PAD;
    chunks = new float[(rows + CHUNK - 1) / CHUNK][];
    for (int c = 0; c < chunks.length; c++) {
      chunks[c] = new float[Math.min(CHUNK, rows - c * CHUNK) * stride];
    }
  }

  /// Fill with small random values that depend on the seed and the row alone.
  public void randomise(int factors, long seed) {
    double deviation = 0.1 / Math.sqrt(factors);
    for (int r = 0; r < rows; r++) {
      SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + r);
      float[] chunk = chunk(r);
      int o = offset(r);
      for (int k = 0; k < factors; k++) {
        chunk[o + k] = (float) (random.nextGaussian() * deviation);
      }
    }
  }

  /// How many there are.
  public int rows() {
    return rows;
  }

  /// Length of a padded row.
  public int stride() {
    return stride;
  }

  /// The chunk that holds a row.
  public float[] chunk(int row) {
    return chunks[row / CHUNK];
  }

  /// Place of a row in its chunk.
  public int offset(int row) {
    return row % CHUNK * stride;
  }

  /// Copy a row to `to` at `at`.
  public void get(int row, float[] to, int at) {
    System.arraycopy(chunk(row), offset(row), to, at, stride);
  }

  /// Take a row over.
  public void set(int row, float[] from) {
    System.arraycopy(from, 0, chunk(row), offset(row), stride);
  }

  /// Another one with the same rows.
  public FactorStore copy() {
    float[][] copies = new float[chunks.length][];
    for (int c = 0; c < chunks.length; c++) {
      copies[c] = chunks[c].clone();
    }
    return new FactorStore(rows, stride, copies);
  }

  /// Write the padded rows.
  void write(DataOutput to) throws IOException {
    for (float[] chunk : chunks) {
      Kept.write(chunk, to);
    }
  }

  /// Read what [#write] wrote.
  ///
  /// @throws IOException if it has other sizes
  static FactorStore read(DataInput from, int rows, int factors) throws IOException {
    FactorStore store = new FactorStore(rows, factors);
    for (int c = 0; c < store.chunks.length; c++) {
      store.chunks[c] = Kept.floats(from, store.chunks[c].length);
    }
    return store;
  }
}
