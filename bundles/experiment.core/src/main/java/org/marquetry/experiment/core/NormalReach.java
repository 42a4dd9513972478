package org.marquetry.experiment.core;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// How many standard errors a two-sided normal interval reaches.
final class NormalReach {
  private NormalReach() {}

  static double of(double level) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
  }
}
