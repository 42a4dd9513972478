package org.marquetry.copy.api;

/// Why something is written.
public enum Purpose {
  /// To a customer who has not ordered for long.
  WIN_BACK,
  /// To a customer who has ordered once.
  SECOND_ORDER,
  /// Something that goes with what the customer bought.
  CROSS_SELL,
  /// To a customer who orders often.
  LOYALTY,
  /// About one product, to anybody.
  DESCRIBE
}
