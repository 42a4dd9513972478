package org.marquetry.sandbox.core;

/// The numbers of the world that are the same in every one; `docs/sandbox.md` says what they mean.
final class Nature {
  private Nature() {}

  // Tastes and choice
  static final double TASTE = 0.45;
  static final double BRAND = 0.5;
  static final double QUALITY = 0.6;
  static final double POPULARITY = 1.3;
  static final double ELASTICITY = 2.0;
  static final double ELASTICITY_SPREAD = 0.35;
  static final double NOT_BUYING = 3.7;
  static final double NOT_MORE = 0.8;
  static final double MORE_LINES = 0.7;
  static final double SEEN = 1.7;
  static final double SEARCHES = 0.3;

  // Coming and leaving
  static final double VISITS_PER_DAY = 0.05;
  static final double VISITS_SHAPE = 0.6;
  static final double LEAVES_PER_DAY = 1 / 170.0;
  static final double LEAVES_SHAPE = 0.7;
  static final double DISPLEASURE = 0.9;
  static final double DISPLEASURE_HALF_DAYS = 60;

  // Messages
  static final double OPEN = -1.15;
  static final double CLICK = -1.9;
  static final double OFFER = 5.0;
  static final double FATIGUE = 0.35;
  static final double FATIGUE_HALF_DAYS = 5;
  static final double BOOST = 0.25;
  static final double BOOST_SPREAD = 0.25;
  static final int BOOST_DAYS = 5;
  static final int OFFER_DAYS = 7;
  static final double UNSUBSCRIBE = -6.0;
  static final double CONSENT = 0.68;
}
