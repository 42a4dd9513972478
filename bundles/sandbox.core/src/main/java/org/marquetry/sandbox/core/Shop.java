package org.marquetry.sandbox.core;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Category;

/// The shop as its customers find it on a day: prices, reductions, what is sold out, how fast it
/// delivers. What the suite changes counts from the next day on.
final class Shop {
  private static final long PLAN = 7_001L;
  private static final int SEASON_DAYS = 90; // a price holds this long
  private static final int PROMOTION_DAYS = 7;
  private static final double SOLD_OUT = 0.1;
  private static final int DAYS = 16; // a power of two
  private static final Map<Category, Rhythm> RHYTHMS =
      Map.of(
          Category.CLOTHING, new Rhythm(75, 130, .2),
          Category.SHOES, new Rhythm(110, 100, .15),
          Category.ACCESSORIES, new Rhythm(200, 330, .3),
          Category.HOME, new Rhythm(170, 320, .3),
          Category.KITCHEN, new Rhythm(150, 345, .2),
          Category.FOOD, new Rhythm(24, 350, .15),
          Category.TOYS, new Rhythm(60, 350, .5),
          Category.STATIONERY, new Rhythm(45, 245, .4),
          Category.SPORTS, new Rhythm(110, 150, .35));

  /// How a department is bought.
  ///
  /// @param cycleDays mean days until a customer needs the same kind again
  /// @param peak day of the year on which it is wanted most
  /// @param swing by which share more than on the average day
  private record Rhythm(double cycleDays, int peak, double swing) {}

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
  private final @Nullable Today[] days = new Today[DAYS];

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

  /// How much a customer is drawn to each kind: a few much, most little.
  double[] cravings(Dice dice) {
    Map<Category, Double> departments = new EnumMap<>(Category.class);
    for (Category department : Category.values()) {
      departments.put(department, dice.gamma(0.4) + 0.03);
    }
    double[] all = new double[goods.shelves()];
    for (int s = 0; s < all.length; s++) {
      double kind =
          departments.getOrDefault(goods.kind(s).category(), 0.0) * (dice.gamma(0.5) + 0.03);
      all[s] = goods.isEmpty(s) ? 0 : kind;
    }
    return all;
  }

  private Rhythm rhythm(int shelf) {
    return RHYTHMS.getOrDefault(goods.kind(shelf).category(), new Rhythm(90, 1, 0));
  }

  double cycleDays(int shelf) {
    return rhythm(shelf).cycleDays();
  }

  /// How much a kind is wanted on a day, by the season and its promotion; 1 = ordinary.
  double wanted(int shelf, int day) {
    return on(day).wanted()[shelf];
  }

  /// How busy a day is; 1 = an average one.
  double busy(int day) {
    return on(day).busy();
  }

  /// What holds for all shelves of a day.
  @SuppressWarnings("ArrayRecordComponent") // a cache
  private record Today(int day, double busy, double[] wanted, double[] promotion) {}

  private Today on(int day) {
    Today known = days[day & (DAYS - 1)];
    if (known == null || known.day() != day) {
      known =
          new Today(
              day, season.busy(day), new double[goods.shelves()], new double[goods.shelves()]);
      for (int s = 0; s < goods.shelves(); s++) {
        Rhythm rhythm = rhythm(s);
        known.promotion()[s] = Math.max(planned(s, day), season.saleDiscount(day));
        known.wanted()[s] =
            season.wanted(day, rhythm.peak(), rhythm.swing()) * (1 + 2 * known.promotion()[s]);
      }
      days[day & (DAYS - 1)] = known;
    }
    return known;
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

  /// Share that the price of a department is reduced by on a day.
  double promotion(int shelf, int day) {
    return on(day).promotion()[shelf];
  }

  private double planned(int shelf, int day) {
    Dice dice = new Dice(PLAN + 1, Dice.key(goods.kind(shelf).category().name()), day / 45);
    int from = dice.below(45 - PROMOTION_DAYS);
    double depth = 0.1 + 0.05 * dice.below(5);
    int at = day % 45;
    return at >= from && at < from + PROMOTION_DAYS ? depth : 0;
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
    return isSoldOut(good, day) ? 0 : 5 + new Dice(PLAN + 3, good.place(), day / 30).poisson(40);
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
