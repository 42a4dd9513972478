package org.marquetry.recommend.sequence;

/// Each row shifted to mean 0 and scaled to variance 1, then `gain` times it plus `bias` (Ba,
/// Kiros, Hinton, Layer normalization, 2016).
final class LayerNorm implements Layer {
  private static final float EPSILON = 1e-6f;

  private final Group gain;
  private final Group bias;
  private final int width;
  private float[] normal = {};
  private float[] scale = {};

  LayerNorm(Group gain, Group bias) {
    this.gain = gain;
    this.bias = bias;
    width = gain.value().length;
  }

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    normal = new float[in.length];
    scale = new float[of.rows()];
    float[] out = new float[in.length];
    float[] g = gain.value();
    float[] b = bias.value();
    for (int row = 0; row < of.rows(); row++) {
      int o = row * width;
      float mean = 0;
      for (int k = 0; k < width; k++) {
        mean += in[o + k];
      }
      mean /= width;
      float variance = 0;
      for (int k = 0; k < width; k++) {
        float deviation = in[o + k] - mean;
        variance += deviation * deviation;
      }
      scale[row] = (float) (1 / Math.sqrt(variance / width + EPSILON));
      for (int k = 0; k < width; k++) {
        normal[o + k] = (in[o + k] - mean) * scale[row];
        out[o + k] = normal[o + k] * g[k] + b[k];
      }
    }
    return out;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    float[] in = new float[out.length];
    float[] g = gain.value();
    float[] gains = gradients[gain.index()];
    float[] biases = gradients[bias.index()];
    for (int row = 0; row < of.rows(); row++) {
      int o = row * width;
      float sum = 0;
      float along = 0;
      for (int k = 0; k < width; k++) {
        gains[k] += out[o + k] * normal[o + k];
        biases[k] += out[o + k];
        float by = out[o + k] * g[k];
        sum += by;
        along += by * normal[o + k];
      }
      sum /= width;
      along /= width;
      for (int k = 0; k < width; k++) {
        in[o + k] = scale[row] * (out[o + k] * g[k] - sum - normal[o + k] * along);
      }
    }
    return in;
  }
}
