package org.marquetry.sandbox.core;

import java.util.BitSet;
import java.util.List;
import org.marquetry.sandbox.core.Goods.Good;

/// The shop as its customers find it on a day: prices, reductions, what is sold out, how fast it
/// delivers. What the suite changes counts from the next day on.
final class Shop {
  private static final long PLAN = 7_001L;
  private static final int SEASON_DAYS = 90; // a price holds this long
  private static final int PROMOTION_DAYS = 7;
  private static final double SOLD_OUT = 0.1;
  private static final int[] CYCLES = {75, 110, 200, 150, 24, 40, 90, 170};
  private static final int[] PEAKS = {170, 120, 330, 340, 350, 60, 150, 320};
  private static final double[] SWINGS = {.5, .15, .75, .2, .2, .05, .3, .15};

  /// The first cities of each language get their parcels from a carrier that fails for some weeks.
  static final int LATE_CITIES = 3;

  static final int LATE_FROM = 380;
  static final int LATE_UNTIL = 415;

  final Goods goods;
  final Season season;
  final String currency;
  private final boolean chinese;
  private final long[] told; // prices that the suite set; 0 = none
  private final BitSet soldOut = new BitSet();

  Shop(Goods goods, Season season, String currency) {
    this.goods = goods;
    this.season = season;
    this.currency = currency;
    chinese = List.of("CNY", "HKD", "TWD", "MOP").contains(currency);
    told = new long[goods.all().size()];
  }

  boolean isChinese() {
    return chinese;
  }

  /// How much a customer is drawn to each category: a few much, most little.
  double[] cravings(Dice dice) {
    double[] all = new double[goods.categories()];
    for (int c = 0; c < all.length; c++) {
      all[c] = dice.gamma(0.35) + 0.02;
    }
    return all;
  }

  static double cycleDays(int category) {
    return CYCLES[category % CYCLES.length];
  }

  double wanted(int category, int day) {
    return season.wanted(
        day, PEAKS[category % PEAKS.length], SWINGS[category % SWINGS.length]);
  }

  /// The price that the catalogue names on a day, in minor units.
  long price(Good good, int day) {
    if (told[good.place()] > 0) {
      return told[good.place()];
    }
    int since = day / SEASON_DAYS;
    if (since == 0) {
      return good.price();
    }
    Dice dice = new Dice(PLAN, good.place(), since);
    return dice.happens(0.5) ? good.price() : round(good.price() * (0.84 + 0.32 * dice.uniform()));
  }

  private static long round(double minor) {
    long step = minor >= 100_000 ? 1_000 : minor >= 10_000 ? 100 : 10;
    return Math.max(step, Math.round(minor / step) * step);
  }

  /// Days on which the catalogue says a product anew.
  boolean isPriceDay(Good good, int day) {
    return day % SEASON_DAYS == 0
        && day > 0
        && told[good.place()] == 0
        && price(good, day) != price(good, day - 1);
  }

  /// Share that the price of a category is reduced by on a day.
  double promotion(int category, int day) {
    Dice dice = new Dice(PLAN + 1, category, day / 45);
    int from = dice.below(45 - PROMOTION_DAYS);
    double depth = 0.1 + 0.05 * dice.below(5);
    int at = day % 45;
    double own = at >= from && at < from + PROMOTION_DAYS ? depth : 0;
    return Math.max(own, season.saleDiscount(day));
  }

  boolean isSoldOut(Good good, int day) {
    return day < good.listed() || soldOut.get(good.place()) || isPlannedOut(good, day);
  }

  private static boolean isPlannedOut(Good good, int day) {
    Dice dice = new Dice(PLAN + 2, good.place(), day / SEASON_DAYS);
    int from = 5 + dice.below(50);
    int until = from + 5 + dice.below(20);
    int at = day % SEASON_DAYS;
    return dice.happens(SOLD_OUT) && at >= from && at < until;
  }

  /// Units there at the beginning of a day, as the catalogue tells them.
  int stock(Good good, int day) {
    return isSoldOut(good, day)
        ? 0
        : 5 + new Dice(PLAN + 3, good.place(), day / 30).poisson(40);
  }

  /// How many days late parcels come that are sent on a day to a city, beyond the usual.
  static double late(int city, int day) {
    return city < LATE_CITIES && day >= LATE_FROM && day < LATE_UNTIL ? 6 : 0;
  }

  /// The suite changed a price or a stock.
  void change(Good good, long price, int stock) {
    if (price > 0) {
      told[good.place()] = price;
    }
    if (stock >= 0) {
      soldOut.set(good.place(), stock == 0);
    }
  }
}
