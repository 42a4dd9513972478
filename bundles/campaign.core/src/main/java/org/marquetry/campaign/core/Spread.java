package org.marquetry.campaign.core;

import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.marquetry.campaign.api.Assumption;
import org.marquetry.shop.api.Interval;

/// What an assumption is taken for: a split normal distribution around its estimate, with as much
/// below and above as its interval says (K. F. Wallis, The Two-Piece Normal, Binormal, or Double
/// Gaussian Distribution, Statistical Science 29, 2014).
///
/// @param below standard deviation of the lower half
/// @param above of the upper half
record Spread(double middle, double below, double above) {
  static Spread of(Assumption assumption) {
    Interval interval = assumption.value();
    double reach = Math.sqrt(2) * InverseErfc.value(1 - interval.level()); // two-sided normal
    return new Spread(
        interval.estimate(),
        (interval.estimate() - interval.low()) / reach,
        (interval.high() - interval.estimate()) / reach);
  }

  /// Its mean: to the side where more is possible. Each half holds its share of the deviations.
  double mean() {
    return middle + Math.sqrt(2 / Math.PI) * (above - below);
  }

  /// One draw, cut to [0, `most`].
  double draw(RandomGenerator random, double most) {
    double side = below + above == 0 ? 0 : above / (below + above);
    double z = Math.abs(random.nextGaussian());
    double value = random.nextDouble() < side ? middle + above * z : middle - below * z;
    return Math.clamp(value, 0, most);
  }
}
