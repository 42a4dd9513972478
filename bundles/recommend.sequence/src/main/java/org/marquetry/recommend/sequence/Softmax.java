package org.marquetry.recommend.sequence;

import java.util.Arrays;
import org.marquetry.math.linear.Kernels;

/// How probable each item of the catalogue comes next, and the gradient of the negative log of that
/// which came: all items take part, none is sampled.
final class Softmax {
  private static final int MOST_ROWS = 128;
  private static final int MOST_SCORES = 1 << 21; // 8 MB

  private final Kernels kernels;
  private final Network network;
  private final Catalogue catalogue;
  private final int rowsAtOnce;
  private float[] scores = {};

  Softmax(Kernels kernels, Network network, Catalogue catalogue) {
    this.kernels = kernels;
    this.network = network;
    this.catalogue = catalogue;
    rowsAtOnce = Math.clamp(MOST_SCORES / network.itemRows() & ~3, 4, MOST_ROWS);
  }

  /// Add the gradients of the loss, which is `weight` times the sum of `-log p(target)`.
  ///
  /// @param out what a pass made, [Packed#padded] rows
  /// @param target the item that came next, a row each
  /// @param by gets the gradient by `out`
  /// @param items gets the gradient by the items' vectors
  /// @return the sum, without `weight`
  double loss(float[] out, Packed of, int[] target, float weight, float[] by, float[] items) {
    if (scores.length == 0) {
      scores = new float[rowsAtOnce * network.itemRows()];
    }
    double loss = 0;
    for (int from = 0; from < of.rows(); from += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, of.padded() - from);
      int real = Math.min(rows, of.rows() - from);
      score(out, from, rows);
      for (int row = 0; row < rows; row++) {
        if (row < real) {
          loss += probable(row, rows, target[from + row], weight);
        } else {
          fill(row, rows);
        }
      }
      spread(out, from, rows, by, items);
    }
    return loss;
  }

  /// Scores of a block stand together, a row for each row.
  private int place(int block, int rows) {
    return block * Catalogue.BLOCK * rows;
  }

  private void score(float[] out, int from, int rows) {
    int d = network.options().factors();
    Arrays.fill(scores, 0, rows * network.itemRows(), 0);
    for (int b = 0; b < catalogue.blocks(); b++) {
      kernels.product(
          out,
          from * d,
          catalogue.turned(),
          catalogue.start(b),
          rows,
          d,
          catalogue.width(b),
          scores,
          place(b, rows));
    }
  }

  /// Turn a row of scores into `weight (p - 1[target])` and return `-log p(target)`.
  private double probable(int row, int rows, int target, float weight) {
    float most = Float.NEGATIVE_INFINITY;
    for (int b = 0; b < catalogue.blocks(); b++) {
      most = Math.max(most, kernels.max(scores, at(b, row, rows), catalogue.real(b)));
    }
    int hit = at(target / Catalogue.BLOCK, row, rows) + target % Catalogue.BLOCK;
    float reached = scores[hit] - most;
    float sum = 0;
    for (int b = 0; b < catalogue.blocks(); b++) {
      int real = catalogue.real(b);
      int at = at(b, row, rows);
      sum += kernels.exp(scores, at, real, most);
      Arrays.fill(scores, at + real, at + catalogue.width(b), 0);
    }
    for (int b = 0; b < catalogue.blocks(); b++) {
      kernels.scale(weight / sum, scores, at(b, row, rows), catalogue.real(b));
    }
    scores[hit] -= weight;
    return StrictMath.log(sum) - reached;
  }

  private int at(int block, int row, int rows) {
    return place(block, rows) + row * catalogue.width(block);
  }

  private void fill(int row, int rows) {
    for (int b = 0; b < catalogue.blocks(); b++) {
      int at = at(b, row, rows);
      Arrays.fill(scores, at, at + catalogue.width(b), 0);
    }
  }

  private void spread(float[] out, int from, int rows, float[] by, float[] items) {
    int d = network.options().factors();
    for (int b = 0; b < catalogue.blocks(); b++) {
      int width = catalogue.width(b);
      int place = place(b, rows);
      int start = catalogue.start(b);
      kernels.product(scores, place, network.items().value(), start, rows, width, d, by, from * d);
      kernels.multiply(scores, place, out, from * d, rows, width, d, items, start);
    }
  }
}
