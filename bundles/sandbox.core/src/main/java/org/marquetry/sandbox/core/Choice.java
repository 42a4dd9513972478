package org.marquetry.sandbox.core;

import org.marquetry.sandbox.core.Goods.Good;

/// What a customer gets from a product.
final class Choice {
  private Choice() {}

  /// Taste for its traits and brand, what everybody gets from it, and its price against the usual
  /// price of its kind.
  ///
  /// @param price in minor units, above 0
  /// @param usual mean logarithm of the list prices of its kind
  static double utility(Shopper who, Good good, long price, double usual) {
    return liking(who, good) - who.elasticity * (Math.log((double) price) - usual);
  }

  /// Without the price.
  static double liking(Shopper who, Good good) {
    double sum = Nature.QUALITY * good.quality() + who.brand(good.brand());
    for (int k = 0; k < who.taste.length; k++) {
      sum += who.taste[k] * good.traits()[k];
    }
    return sum;
  }
}
