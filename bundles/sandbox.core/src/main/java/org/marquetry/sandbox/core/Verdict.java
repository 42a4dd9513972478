package org.marquetry.sandbox.core;

/// How content a customer truly is with what it got, by aspect; 0 is ordinary, below 0 is worse.
record Verdict(double quality, double delivery, double price) {
  static Verdict of(Shop shop, Shopper who, Basket.Line line, double lateDays, Dice dice) {
    double quality = 0.7 * Choice.liking(who, line.good()) + 0.8 * dice.normal();
    double delivery = 0.5 + 0.6 * dice.normal() - 0.45 * lateDays;
    double price =
        0.3
                * who.elasticity
                * (shop.goods.meanLogPrice(line.good().category()) - Math.log(line.paid()))
            + 0.4 * dice.normal();
    return new Verdict(quality, delivery, price);
  }

  double overall() {
    return 0.55 * quality + 0.3 * delivery + 0.15 * price + Math.min(0, delivery + 1) * 0.5;
  }

  /// 1 to 5.
  int stars() {
    return (int) Math.clamp(Math.round(3.9 + 1.25 * overall()), 1, 5);
  }
}
