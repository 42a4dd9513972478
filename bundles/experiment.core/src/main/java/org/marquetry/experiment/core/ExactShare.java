package org.marquetry.experiment.core;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.marquetry.shop.api.Interval;

/// A share with an interval that never holds less than its level, however rare the thing is: one
/// unsubscription among thirty people is not yet a fault.
///
/// Source: C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in
/// the case of the binomial, 1934; ends as quantiles of beta distributions.
public final class ExactShare {
  private ExactShare() {}

  /// @param did 0 to `people`
  /// @return 0 with the whole of [0, 1] without people
  public static Interval of(long did, long people, double level) {
    if (people == 0) {
      return new Interval(0, 0, 1, level);
    }
    double tail = (1 - level) / 2;
    double rest = people - did;
    double low =
        did == 0
            ? 0
            : BetaDistribution.of((double) did, rest + 1).inverseCumulativeProbability(tail);
    double high =
        rest == 0 ? 1 : BetaDistribution.of(did + 1.0, rest).inverseSurvivalProbability(tail);
    return new Interval((double) did / people, low, high, level);
  }
}
