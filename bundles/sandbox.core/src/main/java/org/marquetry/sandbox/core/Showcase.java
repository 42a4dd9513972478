package org.marquetry.sandbox.core;

import java.util.Arrays;
import org.marquetry.shop.api.Event;

/// What is put before a customer: recommendations, placements, the order of a search. It draws the
/// eye at the next visit.
final class Showcase {
  private static final int MOST = 12;

  private final Shop shop;
  private final Life life;

  Showcase(Shop shop, Life life) {
    this.shop = shop;
    this.life = life;
  }

  void show(Event exposed) {
    exposed
        .product()
        .flatMap(p -> shop.goods.find(p.value()))
        .filter(_ -> life.shown.length < MOST)
        .ifPresent(good -> {
          life.shown = Arrays.copyOf(life.shown, life.shown.length + 1);
          life.shown[life.shown.length - 1] = good.place();
        });
  }
}
