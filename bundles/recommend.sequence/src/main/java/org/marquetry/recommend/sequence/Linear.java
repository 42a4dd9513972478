package org.marquetry.recommend.sequence;

import org.marquetry.math.linear.Kernels;

/// `out = in W + b`.
final class Linear implements Layer {
  private final Kernels kernels;
  private final Group weight;
  private final Group bias;
  private final int from;
  private final int to;
  private float[] given = {};

  /// @param weight `from` x `to`
  Linear(Kernels kernels, Group weight, Group bias) {
    this.kernels = kernels;
    this.weight = weight;
    this.bias = bias;
    to = bias.value().length;
    from = weight.value().length / to;
  }

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    given = in;
    float[] out = new float[of.padded() * to];
    for (int row = 0; row < of.rows(); row++) {
      System.arraycopy(bias.value(), 0, out, row * to, to);
    }
    kernels.product(in, 0, weight.value(), 0, of.padded(), from, to, out, 0);
    return out;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    kernels.multiply(given, 0, out, 0, of.padded(), from, to, gradients[weight.index()], 0);
    float[] biases = gradients[bias.index()];
    for (int row = 0; row < of.rows(); row++) {
      kernels.axpy(1, out, row * to, biases, 0, to);
    }
    float[] in = new float[of.padded() * from];
    kernels.product(out, 0, transposed(), 0, of.padded(), to, from, in, 0);
    return in;
  }

  private float[] transposed() {
    float[] turned = new float[from * to];
    float[] value = weight.value();
    for (int i = 0; i < from; i++) {
      for (int j = 0; j < to; j++) {
        turned[j * from + i] = value[i * to + j];
      }
    }
    return turned;
  }
}
