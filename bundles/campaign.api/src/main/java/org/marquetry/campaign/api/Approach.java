package org.marquetry.campaign.api;

/// How a proposal goes about its goal.
public enum Approach {
  /// A message without an offer, to many.
  MESSAGE(0),
  /// A small discount, to those whom it may move.
  GENTLE(0.1),
  /// A large discount, to few.
  STRONG(0.2);

  private final double discount;

  Approach(double discount) {
    this.discount = discount;
  }

  /// The discount that it begins with, in [0, 1).
  public double discount() {
    return discount;
  }
}
