package org.marquetry.sandbox.core;

import java.util.EnumMap;
import java.util.Map;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Aspect;
import org.marquetry.sandbox.core.wares.Satisfaction;

/// How content a customer truly is with what it got, by aspect; 0 is ordinary, below 0 is worse.
record Verdict(
    double liking, double fit, double make, double colour, double delivery, double price) {
  static Verdict of(Shop shop, Shopper who, Basket.Line line, double lateDays, Dice dice) {
    Good good = line.good();
    double cheap = shop.goods.meanLogPrice(good.shelf()) - Math.log((double) line.paid());
    return new Verdict(
        0.5 * Choice.liking(who, good) + 0.4 * dice.normal(),
        aspect(good.ware().quality().fit(), dice),
        aspect(good.ware().quality().make(), dice),
        aspect(good.ware().quality().colour(), dice),
        0.35 + 0.45 * dice.normal() - 0.45 * lateDays,
        0.3 * who.elasticity * cheap + 0.4 * dice.normal());
  }

  /// @param quality in [0, 1]
  private static double aspect(double quality, Dice dice) {
    return 2 * (quality - 0.55) + 0.55 * dice.normal();
  }

  double quality() {
    return (fit + make + colour) / 3;
  }

  double overall() {
    return 0.3 * liking
        + 0.75 * quality()
        + 0.25 * delivery
        + 0.15 * price
        + 0.6 * Math.min(0, delivery + 0.8);
  }

  boolean isLate() {
    return delivery < -1;
  }

  /// As the words of a review take it.
  Satisfaction satisfaction() {
    Map<Aspect, Double> aspects = new EnumMap<>(Aspect.class);
    aspects.put(Aspect.FIT, unit(fit));
    aspects.put(Aspect.QUALITY, unit(make));
    aspects.put(Aspect.COLOUR, unit(colour));
    aspects.put(Aspect.DELIVERY, unit(delivery));
    aspects.put(Aspect.PRICE, unit(price));
    return new Satisfaction(unit(0.3 + 0.9 * overall()), aspects, isLate());
  }

  private static double unit(double value) {
    return Math.clamp(value, -1, 1);
  }
}
