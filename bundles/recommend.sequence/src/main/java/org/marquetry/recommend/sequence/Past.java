package org.marquetry.recommend.sequence;

import java.util.List;

/// Layers with a way past them: `out = in + last(...first(in))`.
final class Past implements Layer {
  private final List<Layer> layers;

  Past(Layer... layers) {
    this.layers = List.of(layers);
  }

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    float[] out = in;
    for (Layer layer : layers) {
      out = layer.forward(out, of, chance);
    }
    add(in, out);
    return out;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    float[] in = out.clone();
    for (Layer layer : layers.reversed()) {
      in = layer.backward(in, of, gradients);
    }
    add(out, in);
    return in;
  }

  private static void add(float[] what, float[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += what[k];
    }
  }
}
