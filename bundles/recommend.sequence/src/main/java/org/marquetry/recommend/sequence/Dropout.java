package org.marquetry.recommend.sequence;

/// Leaves numbers out by chance.
final class Dropout implements Layer {
  private float[] factors = {};

  @Override
  public float[] forward(float[] in, Packed of, Chance chance) {
    float[] out = in.clone();
    factors = chance.factors(in.length);
    Chance.apply(factors, out);
    return out;
  }

  @Override
  public float[] backward(float[] out, Packed of, float[][] gradients) {
    Chance.apply(factors, out);
    return out;
  }
}
