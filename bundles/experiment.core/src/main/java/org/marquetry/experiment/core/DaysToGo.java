package org.marquetry.experiment.core;

import java.time.Duration;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.core.Verdicts.Moment;
import org.marquetry.shop.api.Interval;

/// About how long until an experiment may be decided before its planned end.
///
/// While an effect stays what it is, its distance from 0 in standard errors grows with the square
/// root of time, whether people are added or the same people go on buying. To leave 0 outside the
/// interval of every look, which reaches `c` errors on that day, with power 0.8 it must be `c +
/// 0.84` errors away: the sum of two quantiles of every sample-size formula
/// ([org.marquetry.math.stats.Power]), with the reach of this interval in place of the first.
final class DaysToGo {
  private static final double POWER = 0.8416212335729143; // normal quantile of 0.8
  private static final double SECONDS = 86_400;

  private DaysToGo() {}

  /// @param moment before the planned end
  /// @return at least 1, at most the days that are left
  static long of(Effect effect, Moment moment) {
    Interval fixed = effect.fixed();
    double error = (fixed.high() - fixed.low()) / 2 / NormalReach.of(fixed.level());
    double away = Math.abs(fixed.estimate()) / error;
    double soFar = days(moment.elapsed());
    long most = Math.max(1, (long) Math.ceil(days(moment.left())));
    for (long more = 1; more < most; more++) {
      double times = (soFar + more) / soFar;
      double reach = ConfidenceSequence.reach(1 - fixed.level(), moment.passed() * times);
      if (away * Math.sqrt(times) >= reach + POWER) {
        return more;
      }
    }
    return most;
  }

  private static double days(Duration duration) {
    return duration.toSeconds() / SECONDS;
  }
}
