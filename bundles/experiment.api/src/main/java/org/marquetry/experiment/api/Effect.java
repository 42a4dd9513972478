package org.marquetry.experiment.api;

import org.marquetry.shop.api.Interval;

/// The difference of two groups, treated minus control.
///
/// @param control name and numbers of the group compared against
/// @param treated name and numbers of the group that got the campaign
/// @param fixed interval that holds when it is looked at once, at the planned end
/// @param alwaysValid interval that holds at every look, however often
/// @param p two-sided p-value for one look
/// @param method how it was computed
/// @param varianceKept variance left after the covariate was used, as a share; 1 without a
///   covariate
public record Effect(
    Group control,
    Group treated,
    Interval fixed,
    Interval alwaysValid,
    double p,
    Method method,
    double varianceKept) {

  /// One group: its name, people, mean and standard deviation (n - 1) as measured, before any
  /// covariate is used.
  public record Group(String name, long people, double mean, double deviation) {}

  /// How an effect was computed.
  public enum Method {
    /// Rates: pooled z-test for p, unpooled normal interval.
    TWO_PROPORTIONS,
    /// Amounts: Welch's t.
    WELCH,
    /// Welch's t after the part that a covariate explains was taken out.
    CUPED
  }
}
