package org.marquetry.data.web;

/// How likely an event comes from a program: a logistic score, `1 / (1 + exp(-z))` with `z = -4.5 +
/// sum of weight * signal`.
///
/// The weights are set by hand and explained in the bundle's README; `BotModelTest` measures them
/// on simulated visitors. One strong signal (agent list, trap) is enough, of the weak ones it takes
/// two.
final class BotModel {
  private static final double BASE = -4.5;
  private static final double LISTED = 7.5;
  private static final double TRAPPED = 7.5;
  private static final double SCRIPTLESS = 3.5;
  private static final double AUTOMATED = 4.5;
  private static final double FAST = 3.5;
  private static final double REGULAR = 3.0;
  private static final double UNTOUCHED = 3.5;
  private static final double FLEETING = 2.0;

  private BotModel() {}

  /// @return in (0, 1), rounded to 4 digits
  static double probability(Signals s) {
    double z =
        BASE
            + LISTED * s.listed()
            + TRAPPED * s.trapped()
            + SCRIPTLESS * s.scriptless()
            + AUTOMATED * s.automated()
            + FAST * s.fast()
            + REGULAR * s.regular()
            + UNTOUCHED * s.untouched()
            + FLEETING * s.fleeting();
    return Math.round(10_000 / (1 + Math.exp(-z))) / 10_000.0;
  }
}
