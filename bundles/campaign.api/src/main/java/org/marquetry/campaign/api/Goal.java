package org.marquetry.campaign.api;

/// What a campaign is for.
public enum Goal {
  /// Customers who bought and have stayed away.
  WIN_BACK,
  /// Customers who bought once.
  SECOND_ORDER,
  /// Active customers who have not yet bought what would suit them.
  CROSS_SELL,
  /// Customers who buy the kind of thing of which too much is in stock.
  CLEAR_STOCK
}
