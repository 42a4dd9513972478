package org.marquetry.sandbox.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Review;
import org.marquetry.sandbox.core.wares.Reviews;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// One order and what comes of it: a cancellation, returns, reviews, displeasure.
final class Basket {
  private static final double CANCELLED = 0.018;
  private static final double SENT_TWICE = 0.003;
  private static final double WRONG = 0.002;

  /// One line.
  ///
  /// @param units at least 1
  /// @param price list price of a unit on the day, minor units
  /// @param paid what the customer pays for a unit, minor units
  record Line(Good good, int units, long price, long paid) {}

  private final Shop shop;
  private final Life life;
  private final int day;
  private final Dice dice;
  private final Voice voice;
  private final Voice afterwards;
  private final List<Line> lines;

  Basket(Shop shop, Life life, int day, Dice dice, Voice voice, List<Line> lines) {
    this.shop = shop;
    this.life = life;
    this.day = day;
    this.dice = dice;
    this.voice = voice;
    afterwards = voice.afterwards();
    this.lines = lines;
  }

  /// A price less a share, in whole minor units, at least 1.
  static long reduced(long price, double share) {
    return Math.max(1, Math.round(price * (1 - share)));
  }

  void order(Instant at) {
    life.orders++;
    OrderId order = new OrderId(life.who.id() + "-" + life.orders);
    boolean cancelled = dice.happens(CANCELLED);
    for (int n = 1; n <= lines.size(); n++) {
      Line line = lines.get(n - 1);
      long wrong = dice.happens(WRONG) ? 100 : 1; // somebody's finger slips
      voice.say(ordered(at, order, n, line, wrong));
      if (dice.happens(SENT_TWICE)) {
        voice.say(ordered(at.plusSeconds(2), order, n, line, wrong));
      }
      if (!cancelled) {
        judge(at, order, n, line);
      }
    }
    if (cancelled) {
      voice.say(
          afterwards
              .event(EventTypes.CANCELLED, at.plus(Duration.ofMinutes(10L + dice.below(900))))
              .order(order));
    }
  }

  private Event.Builder ordered(Instant at, OrderId order, int number, Line line, long wrong) {
    Event.Builder event = of(EventTypes.ORDERED, at, order, number, line, wrong);
    long off = (line.price() - line.paid()) * line.units() * wrong;
    return off > 0 ? event.property(EventProperties.DISCOUNT_MINOR, Long.toString(off)) : event;
  }

  private Event.Builder of(
      String type, Instant at, OrderId order, int number, Line line, long wrong) {
    return (type.equals(EventTypes.RETURNED) ? afterwards : voice)
        .event(type, at)
        .order(order)
        .product(new ProductId(line.good().id()))
        .quantity((double) (line.units() * wrong))
        .money(voice.money(line.paid() * line.units() * wrong))
        .property(EventProperties.LINE, Integer.toString(number));
  }

  /// The parcel comes, and the customer finds out what it is worth.
  private void judge(Instant at, OrderId order, int number, Line line) {
    double late = Shop.late(life.who.city, day);
    double days = 2 + dice.gamma(3) * 1.5 + late * dice.gamma(4);
    Verdict verdict = Verdict.of(shop, life.who, line, late > 0 ? days / 2 : 0, dice);
    Instant there = at.plusSeconds((long) (days * 86_400));
    if (verdict.isLate()) {
      life.displease(1, day + (int) days);
    } else if (verdict.overall() < -1) {
      life.displease(0.35, day + (int) days);
    }
    double fails = 1 / (1 + Math.exp(3.6 + 1.3 * Math.min(verdict.quality(), verdict.overall())));
    if (dice.happens(fails)) {
      voice.say(of(EventTypes.RETURNED, later(there, 1, 10), order, number, line, 1));
    }
    double speaks = life.who.critical * (1 + 0.6 * Math.abs(verdict.overall()));
    if (dice.happens(Math.min(0.8, speaks))) {
      review(later(there, 1, 8), line, verdict);
    }
  }

  private Instant later(Instant at, int days, int more) {
    long second = 86_400L * (days + dice.below(more));
    Instant day = shop.season.start(shop.season.day(at.plusSeconds(second)));
    return day.plusSeconds(Season.second(dice));
  }

  private void review(Instant at, Line line, Verdict verdict) {
    Review review =
        Reviews.write(line.good().ware(), verdict.satisfaction(), life.who.language(), dice.key());
    Event.Builder event =
        afterwards
            .event(EventTypes.REVIEWED, at)
            .product(new ProductId(line.good().id()))
            .property(EventProperties.LANGUAGE, life.who.people.language());
    if (!dice.happens(0.01)) { // some forget the stars
      event.property(EventProperties.RATING, Integer.toString(review.stars()));
    }
    voice.say(event.property("text", review.text()));
  }
}
