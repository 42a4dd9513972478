package org.marquetry.sandbox.core;

import java.time.Instant;
import org.marquetry.sandbox.truth.MessageEffect;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;

/// Lives a customer's next days many times over, with a message and without it, each pair with the
/// same luck.
final class WhatIf {
  private static final int PAIRS = 400;
  private static final long LUCK = 6_007L; // no world's own numbers

  private final Shop shop;
  private final Life life;
  private final int day;

  WhatIf(Shop shop, Life life, int day) {
    this.shop = shop;
    this.life = life;
    this.day = day;
  }

  /// What was ordered in one run.
  private static final class Till {
    private int orders;
    private double revenue;

    void count(Event event) {
      if (event.type().equals(EventTypes.ORDERED)) {
        orders += event.properties().getOrDefault("line", "").equals("1") ? 1 : 0;
        revenue += event.money().map(Money::minor).orElse(0L);
      }
    }
  }

  MessageEffect message(Touch touch, int days) {
    Till with = new Till();
    Till without = new Till();
    for (int n = 0; n < PAIRS; n++) {
      Life told = life.copy();
      Dice dice = new Dice(LUCK + n, life.who.place, Dice.key(touch.toString()));
      Instant at = shop.season.start(day).plusSeconds(3600L * touch.hour());
      new Post(shop, told, with::count).answer(new Message("", touch, null), at, dice);
      live(told, n, days, with);
      live(life.copy(), n, days, without);
    }
    return new MessageEffect(
        Post.reaction(life, touch, day),
        (double) (with.orders - without.orders) / PAIRS,
        (with.revenue - without.revenue) / PAIRS);
  }

  private void live(Life one, int luck, int days, Till till) {
    for (int d = day; d < day + days && one.alive; d++) {
      World.live(one, shop, LUCK + luck, d, till::count);
    }
  }
}
