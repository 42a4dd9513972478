package org.marquetry.recommend.mf;

import org.marquetry.recommend.spi.Interactions;

/// Confidences in compressed rows: what the solvers read.
///
/// @param columns number of columns
/// @param starts first entry of each row, and the number of entries
/// @param ids column of each entry, ascending within a row
/// @param confidences what each entry adds to the confidence of 1, above 0
@SuppressWarnings("ArrayRecordComponent") // confined to the kernels, never compared
record Csr(int columns, int[] starts, int[] ids, float[] confidences) {
  /// Turn weights to confidences.
  static Csr of(Interactions data, Confidence confidence) {
    int n = Math.toIntExact(data.entries());
    int[] starts = new int[data.users() + 1];
    for (int u = 0; u < starts.length; u++) {
      starts[u] = (int) data.start(u);
    }
    int[] ids = new int[n];
    float[] confidences = new float[n];
    for (int k = 0; k < n; k++) {
      ids[k] = data.item(k);
      confidences[k] = confidence.of(data.weight(k));
    }
    return new Csr(data.items(), starts, ids, confidences);
  }

  int rows() {
    return starts.length - 1;
  }

  int entries(int row) {
    return starts[row + 1] - starts[row];
  }

  Csr transpose() {
    int[] from = new int[columns + 1];
    for (int id : ids) {
      from[id + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      from[c + 1] += from[c];
    }
    int[] next = from.clone();
    int[] rows = new int[ids.length];
    float[] values = new float[ids.length];
    for (int r = 0; r < rows(); r++) {
      for (int k = starts[r]; k < starts[r + 1]; k++) {
        int to = next[ids[k]]++;
        rows[to] = r;
        values[to] = confidences[k];
      }
    }
    return new Csr(rows(), from, rows, values);
  }
}
