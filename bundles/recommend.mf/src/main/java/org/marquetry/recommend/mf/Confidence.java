package org.marquetry.recommend.mf;

import org.marquetry.recommend.spi.Interactions;

/// Turn the weight of an entry into confidence: `alpha (weight / mean)^power`.
///
/// @param meanWeight mean weight of the training data, so that scale and unit of the weights do not
///   matter
record Confidence(double alpha, double power, double meanWeight) {
  static Confidence of(AlsOptions options, Interactions data) {
    double sum = 0;
    for (long k = 0; k < data.entries(); k++) {
      sum += data.weight(k);
    }
    return new Confidence(options.alpha(), options.weightPower(), sum / data.entries());
  }

  float of(float weight) {
    double scaled = power == 0 ? 1 : Math.pow(weight / meanWeight, power);
    return (float) Math.min(1e12, Math.max(1e-12, alpha * scaled));
  }
}
