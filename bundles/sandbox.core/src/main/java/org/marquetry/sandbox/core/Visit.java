package org.marquetry.sandbox.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;

/// One visit: looks at some products of a shelf, takes the one that it gets most from or none,
/// perhaps goes on to another shelf, and orders what it took.
final class Visit {
  private static final double ANONYMOUS = 0.3;

  private final Shop shop;
  private final Life life;
  private final Shopper who;
  private final int day;
  private final Dice dice;
  private final boolean first;
  private final List<Basket.Line> basket = new ArrayList<>();
  private Voice voice;
  private Instant at;

  /// @param first the customer's first one, in which it always orders
  Visit(Shop shop, Life life, int day, Instant at, boolean first, Dice dice, Consumer<Event> sink) {
    this.shop = shop;
    this.life = life;
    this.who = life.who;
    this.day = day;
    this.dice = dice;
    this.at = at;
    this.first = first;
    String session =
        "S" + Integer.toString(who.place, 36) + "-" + Long.toString(at.getEpochSecond(), 36);
    boolean named = first || !dice.happens(ANONYMOUS);
    voice = new Voice(life, session, named, shop.currency, null, sink);
  }

  /// What led here; every order of the visit names it.
  Visit because(@Nullable DecisionId decision) {
    voice = voice.because(decision);
    return this;
  }

  void happen() {
    int lines = 0;
    do {
      int shelf = shelf();
      Good taken = look(shelf, first && lines == 0);
      if (taken == null) {
        break;
      }
      take(taken, shelf);
      lines++;
    } while (lines < 15 && dice.happens(Nature.MORE_LINES));
    if (!basket.isEmpty()) {
      voice = voice.asCustomer();
      new Basket(shop, life, day, dice, voice, basket).order(at.plusSeconds(30 + dice.below(200)));
    }
    life.shown = Life.NOTHING;
  }

  private int shelf() {
    double[] kinds = who.kinds();
    double[] weights = new double[kinds.length];
    double sum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += kinds[c] * life.need(c, day, shop.cycleDays(c)) * shop.wanted(c, day);
      weights[c] = sum;
    }
    return dice.pick(weights);
  }

  /// Look at products until one is taken or interest is gone.
  private @Nullable Good look(int shelf, boolean must) {
    List<Good> seen = seen(shelf);
    double[] chances = new double[seen.size() + 1];
    double sum = must ? 0 : Math.exp(basket.isEmpty() ? Nature.NOT_BUYING : Nature.NOT_MORE);
    chances[0] = sum;
    for (int i = 0; i < seen.size(); i++) {
      Good good = seen.get(i);
      voice.say(EventTypes.VIEWED, at, good);
      at = at.plusSeconds(8 + (long) dice.exponential(45));
      sum += shop.isSoldOut(good, day) ? 0 : Math.exp(utility(good));
      chances[i + 1] = sum;
    }
    int chosen = sum > 0 ? dice.pick(chances) : 0;
    if (chosen == 0 && dice.happens(0.12)) {
      voice.say(EventTypes.CARTED, at, seen.get(dice.below(seen.size())));
    }
    return chosen == 0 ? null : seen.get(chosen - 1);
  }

  private List<Good> seen(int shelf) {
    List<Good> seen = new ArrayList<>();
    for (int place : life.shown) {
      if (dice.happens(0.35) && shop.goods.at(place).shelf() == shelf) {
        seen.add(shop.goods.at(place));
      }
    }
    if (dice.happens(Nature.SEARCHES)) {
      Good wanted = shop.goods.seen(shelf, dice);
      voice.say(
          voice
              .event(EventTypes.SEARCHED, at)
              .property("query", Queries.of(wanted, who.language(), dice)));
      at = at.plusSeconds(5 + dice.below(20));
    }
    for (int n = 1 + dice.poisson(Nature.SEEN); n > 0; n--) {
      Good good = shop.goods.seen(shelf, dice);
      if (good.listed() <= day && !seen.contains(good)) {
        seen.add(good);
      }
    }
    if (seen.isEmpty()) {
      seen.add(shop.goods.listed(shelf, day));
    }
    return seen;
  }

  private double utility(Good good) {
    return Choice.utility(who, good, paid(good), shop.goods.meanLogPrice(good.shelf()));
  }

  /// What a unit costs this customer today, in minor units.
  private long paid(Good good) {
    return Basket.reduced(
        shop.price(good, day), Math.max(shop.promotion(good.shelf(), day), life.offer(day)));
  }

  private void take(Good good, int shelf) {
    voice.say(EventTypes.CARTED, at, good);
    at = at.plus(Duration.ofSeconds(6L + dice.below(30)));
    int units = dice.happens(0.12) ? 2 + dice.below(2) : 1;
    basket.add(new Basket.Line(good, units, shop.price(good, day), paid(good)));
    life.bought(shelf, day);
  }
}
