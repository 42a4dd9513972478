package org.marquetry.recommend.sequence;

/// `out = max(in, 0)`.
final class Relu implements Layer {
  private float[] made = {};

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    float[] out = new float[in.length];
    for (int k = 0; k < in.length; k++) {
      out[k] = Math.max(in[k], 0);
    }
    made = out;
    return out;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    for (int k = 0; k < out.length; k++) {
      if (made[k] <= 0) {
        out[k] = 0;
      }
    }
    return out;
  }
}
