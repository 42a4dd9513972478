package org.marquetry.shop.api;

/// Hold a probability.
///
/// @param value in [0, 1]
public record Probability(double value) {
  public Probability {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], got " + value);
    }
  }

  public Probability complement() {
    return new Probability(1 - value);
  }
}
