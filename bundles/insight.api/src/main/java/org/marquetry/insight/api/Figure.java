package org.marquetry.insight.api;

/// A figure of one day of the shop.
public enum Figure {
  /// What was paid for the order lines of the day, less what was cancelled or returned since; in
  /// minor units of the shop's currency. Lines in another currency or without an amount do not
  /// count.
  NET_REVENUE,
  /// Orders of the day of which something was kept.
  ORDERS,
  /// Customers who did something that day: any event of theirs, but not what was done to them
  /// (sent, delivered, bounced, exposed) nor changes of data.
  ACTIVE_CUSTOMERS
}
