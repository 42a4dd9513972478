package org.marquetry.profile.core.value;

import java.util.SplittableRandom;

/// Draws from gamma and beta distributions.
///
/// Source: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, 2000.
final class GammaSampler {
  private final SplittableRandom random;

  GammaSampler(long seed) {
    random = new SplittableRandom(seed);
  }

  double uniform() {
    return random.nextDouble();
  }

  double exponential() {
    return -Math.log(1 - random.nextDouble());
  }

  /// Draw with scale 1.
  double gamma(double shape) {
    if (shape < 1) {
      // at least a tiny positive number: shapes near 0 underflow
      return Math.max(Double.MIN_NORMAL, gamma(shape + 1) * Math.exp(-exponential() / shape));
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double w = 1 + c * z;
      if (w > 0) {
        double cube = w * w * w;
        if (Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * cube + d * Math.log(cube)) {
          return d * cube;
        }
      }
    }
  }

  double beta(double a, double b) {
    double left = gamma(a);
    return left / (left + gamma(b));
  }
}
