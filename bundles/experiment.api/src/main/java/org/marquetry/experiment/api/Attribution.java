package org.marquetry.experiment.api;

import org.marquetry.shop.api.Interval;

/// Two answers to the question what a campaign brought, side by side: the orders whose last touch
/// was a message of it, and what those who got it did more than those who did not.
///
/// @param days how long after a touch an order is credited to it
/// @param people who were decided on and are not in the control group
/// @param lastTouch orders of all of them by last touch: the newest `sent` or `clicked` of any
///   campaign before the order, if it is of this one
/// @param orders brought, in all, against the control
/// @param profit brought, in all, in minor units, against the control
public record Attribution(
    int days, long people, Tally lastTouch, Interval orders, Interval profit) {
  /// @param orders distinct ones
  /// @param revenueMinor after discount and returns
  /// @param profitMinor after the goods and all messages of the campaign too
  public record Tally(long orders, double revenueMinor, double profitMinor) {}

  /// Orders that are credited and would have come anyway, as a share of those credited; below 0
  /// when the campaign brought more than it is credited with, NaN when nothing is credited.
  public double creditedForNothing() {
    return lastTouch.orders() == 0 ? Double.NaN : 1 - orders.estimate() / lastTouch.orders();
  }
}
