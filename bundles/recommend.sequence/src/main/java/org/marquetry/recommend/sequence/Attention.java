package org.marquetry.recommend.sequence;

import org.marquetry.math.linear.Kernels;

/// Each place looks at itself and those before it: for each head, the mean of their values,
/// weighted by the softmax of the products of its query and their keys (Vaswani et al., Attention
/// is all you need, NeurIPS 2017).
///
/// A row that goes in holds query, key and value, each of all heads.
final class Attention implements Layer {
  private final Kernels kernels;
  private final int width;
  private final int heads;
  private final int head;
  private final float scale;
  private float[] given = {};
  private float[] weights = {}; // for each history and head a square; right of the diagonal nothing
  private float[] factors = {};

  Attention(Kernels kernels, int width, int heads) {
    this.kernels = kernels;
    this.width = width;
    this.heads = heads;
    head = width / heads;
    scale = (float) (1 / Math.sqrt(head));
  }

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    given = in;
    weights = new float[squares(of)];
    factors = chance.factors(weights.length);
    float[] out = new float[of.padded() * width];
    int at = 0;
    for (int s = 0; s < of.histories(); s++) {
      int first = of.start()[s];
      int length = of.start()[s + 1] - first;
      for (int h = 0; h < heads; h++, at += length * length) {
        for (int i = 0; i < length; i++) {
          look(first, i, h, at + i * length, out);
        }
      }
    }
    return out;
  }

  private int squares(Packed of) {
    int size = 0;
    for (int s = 0; s < of.histories(); s++) {
      int length = of.start()[s + 1] - of.start()[s];
      size += length * length * heads;
    }
    return size;
  }

  /// Place `i` of a history that begins at row `first`.
  private void look(int first, int i, int h, int at, float[] out) {
    int query = (first + i) * 3 * width + h * head;
    for (int j = 0; j <= i; j++) {
      weights[at + j] = scale * kernels.dot(given, query, given, key(first + j, h), head);
    }
    float most = kernels.max(weights, at, i + 1);
    float sum = kernels.exp(weights, at, i + 1, most);
    kernels.scale(1 / sum, weights, at, i + 1);
    for (int j = 0; j <= i; j++) {
      float weight = weight(at + j);
      if (weight != 0) {
        kernels.axpy(weight, given, value(first + j, h), out, (first + i) * width + h * head, head);
      }
    }
  }

  private float weight(int at) {
    return factors.length == 0 ? weights[at] : weights[at] * factors[at];
  }

  private int key(int row, int h) {
    return row * 3 * width + width + h * head;
  }

  private int value(int row, int h) {
    return row * 3 * width + 2 * width + h * head;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    float[] in = new float[of.padded() * 3 * width];
    int at = 0;
    for (int s = 0; s < of.histories(); s++) {
      int first = of.start()[s];
      int length = of.start()[s + 1] - first;
      float[] by = new float[length];
      for (int h = 0; h < heads; h++, at += length * length) {
        for (int i = 0; i < length; i++) {
          back(first, i, h, at + i * length, out, by, in);
        }
      }
    }
    return in;
  }

  private void back(int first, int i, int h, int at, float[] out, float[] by, float[] in) {
    int o = (first + i) * width + h * head;
    float mean = 0;
    for (int j = 0; j <= i; j++) {
      int value = value(first + j, h);
      float factor = factors.length == 0 ? 1 : factors[at + j];
      by[j] = factor * kernels.dot(out, o, given, value, head);
      kernels.axpy(weights[at + j] * factor, out, o, in, value, head);
      mean += by[j] * weights[at + j];
    }
    int query = (first + i) * 3 * width + h * head;
    for (int j = 0; j <= i; j++) {
      float slope = weights[at + j] * (by[j] - mean) * scale;
      int key = key(first + j, h);
      kernels.axpy(slope, given, key, in, query, head);
      kernels.axpy(slope, given, query, in, key, head);
    }
  }
}
