package org.marquetry.sandbox.core;

import java.util.Arrays;

/// Where a customer stands. Days count from the first day of the past.
final class Life {
  private static final int NEVER = -10_000;
  static final int[] NOTHING = {};

  final Shopper who;
  final int joined;
  private int[] bought; // last day, by kind; empty once it is over
  boolean alive = true;
  boolean mail; // consent to messages
  int numbers; // of its events
  int orders;
  double fatigue;
  int fatigueDay;
  double displeasure;
  int displeasureDay;
  double boost;
  int boostUntil = NEVER;
  double offer;
  int offerUntil = NEVER;
  int[] shown = NOTHING; // places of products that were put before it

  Life(Shopper who, int joined, int kinds) {
    this.who = who;
    this.joined = joined;
    bought = new int[kinds];
    Arrays.fill(bought, NEVER);
  }

  private Life(Life other) {
    who = other.who;
    joined = other.joined;
    bought = other.bought.clone();
    alive = other.alive;
    mail = other.mail;
    numbers = other.numbers;
    orders = other.orders;
    fatigue = other.fatigue;
    fatigueDay = other.fatigueDay;
    displeasure = other.displeasure;
    displeasureDay = other.displeasureDay;
    boost = other.boost;
    boostUntil = other.boostUntil;
    offer = other.offer;
    offerUntil = other.offerUntil;
    shown = other.shown.clone();
  }

  /// The same life, to try what would happen.
  Life copy() {
    return new Life(this);
  }

  /// Whether it is gone for good; what only those need who may come is let go.
  boolean isOver() {
    if (!alive) {
      bought = NOTHING;
      shown = NOTHING;
      who.leaves();
    }
    return !alive;
  }

  void bought(int kind, int day) {
    bought[kind] = day;
  }

  /// How much a kind is needed again: 0 just after a purchase, 1 long after.
  double need(int kind, int day, double cycleDays) {
    int since = day - bought[kind];
    return since >= 5 * cycleDays ? 1 : 0.05 + 0.95 * (1 - Math.exp(-since / cycleDays));
  }

  double fatigue(int day) {
    return fatigue * Math.exp(-Math.log(2) * (day - fatigueDay) / Nature.FATIGUE_HALF_DAYS);
  }

  void message(int day) {
    fatigue = fatigue(day) + 1;
    fatigueDay = day;
  }

  double displeasure(int day) {
    return displeasure
        * Math.exp(-Math.log(2) * Math.max(0, day - displeasureDay) / Nature.DISPLEASURE_HALF_DAYS);
  }

  void displease(double amount, int day) {
    displeasure = Math.clamp(displeasure(day) + amount, 0, 3);
    displeasureDay = day;
  }

  double leavesPerDay(int day) {
    return Math.min(0.5, who.leavesPerDay * Math.exp(Nature.DISPLEASURE * displeasure(day)));
  }

  double visits(int day) {
    double usual = who.visitsPerDay * Math.exp(-0.5 * displeasure(day));
    return day < boostUntil ? usual * Math.exp(boost) : usual;
  }

  double offer(int day) {
    return day < offerUntil ? offer : 0;
  }
}
