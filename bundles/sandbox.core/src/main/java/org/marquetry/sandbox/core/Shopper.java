package org.marquetry.sandbox.core;

import org.marquetry.sandbox.core.wares.Language;

/// What a customer is and never changes: drawn from the truth's own numbers, so it is the same for
/// every seed of the world.
final class Shopper {
  private static final long TRUTH = 20_251_111L;
  private static final int DIGITS = 6;
  private static final double SHARES_A_HOME = 0.16;
  private static final double[] NOTHING = {};

  final int place;
  final double visitsPerDay;
  final double leavesPerDay;
  final double elasticity;
  final double[] taste = new double[Goods.TASTES];
  final long brands; // key of the tastes for brands
  private double[] kinds; // cravings; empty once it has left for good
  final double open;
  final double click;
  final double boost;
  final double fatigue;
  final int bestHour;
  final int channel; // the liked one
  final int element; // the liked one
  final int home; // place of the customer whose address and device it is
  final People people;
  final int city;
  final double critical; // how often it reviews

  Shopper(int place, Shop shop) {
    this.place = place;
    Dice dice = new Dice(TRUTH, place, 1);
    visitsPerDay = Nature.VISITS_PER_DAY * dice.gamma(Nature.VISITS_SHAPE);
    leavesPerDay = Nature.LEAVES_PER_DAY * dice.gamma(Nature.LEAVES_SHAPE);
    elasticity =
        Nature.ELASTICITY
            * Math.exp(
                Nature.ELASTICITY_SPREAD * dice.normal()
                    - Math.pow(Nature.ELASTICITY_SPREAD, 2) / 2);
    for (int k = 0; k < taste.length; k++) {
      taste[k] = Nature.TASTE * dice.normal();
    }
    brands = Dice.mix(place + TRUTH);
    kinds = shop.cravings(dice);
    open = Nature.OPEN + 0.8 * dice.normal();
    click = Nature.CLICK + 0.6 * dice.normal();
    boost = Nature.BOOST + Nature.BOOST_SPREAD * dice.normal();
    fatigue = Nature.FATIGUE * dice.gamma(2);
    bestHour = 8 + dice.below(14);
    channel = dice.below(10) < 7 ? 0 : 1 + dice.below(2);
    element = dice.below(4);
    home = place > 0 && dice.happens(SHARES_A_HOME) ? dice.below(place) : place;
    boolean local = new Dice(TRUTH, home, 2).happens(0.8);
    people = local == shop.isChinese() ? People.ZH : People.EN;
    city = new Dice(TRUTH, home, 3).below(people.cities().size());
    critical = 0.14 * dice.gamma(1.2);
  }

  /// How much it is drawn to each kind.
  double[] kinds() {
    return kinds;
  }

  /// It never comes again, so it is drawn to nothing any more.
  void leaves() {
    kinds = NOTHING;
  }

  /// Liking for a brand, mean 0.
  double brand(long brand) {
    return Nature.BRAND * new Dice(brands, brand, 4).normal();
  }

  Language language() {
    return people.lastFirst() ? Language.ZH : Language.EN;
  }

  String id() {
    return id(place);
  }

  static String id(int place) {
    String number = Integer.toString(place + 1); // for each event: format() is slow
    return "C" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
  }

  /// The device at home, which all who live there use.
  String visitor() {
    return "V" + Long.toString(Dice.mix(home + TRUTH) >>> 20, 36);
  }
}
