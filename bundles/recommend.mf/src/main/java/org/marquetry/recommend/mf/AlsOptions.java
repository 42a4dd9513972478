package org.marquetry.recommend.mf;

import static org.marquetry.lib.model.Options.number;
import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.TrainOption;

/// Options of the factorisation.
///
/// @param factors length of a factor vector
/// @param epochs passes over users and items
/// @param alpha confidence that an entry of mean weight adds to the 1 of an absent one
/// @param regularisation strength of the penalty on factors, times [#alpha]
/// @param nu 0 = the same penalty for every row, 1 = in proportion to the row's entries
/// @param weightPower 0 = every entry counts the same, 1 = in proportion to its weight
/// @param shortRows entries up to which a row may be solved by the Woodbury identity; 0 = none
/// @param seed of the starting values
record AlsOptions(
    int factors,
    int epochs,
    double alpha,
    double regularisation,
    double nu,
    double weightPower,
    int shortRows,
    long seed) {
  static final List<TrainOption> KNOWN =
      List.of(
          new TrainOption("factors", 64, 1, 1024, true, "length of a factor vector"),
          new TrainOption("epochs", 15, 1, 1000, true, "passes over users and items"),
          new TrainOption(
              "alpha", 0, 0, 1e6, false, "confidence of an entry of mean weight; 0 = from absent"),
          new TrainOption(
              "absent", 6, 1e-3, 1e6, false, "weight of all absent pairs against all present ones"),
          new TrainOption("regularisation", 0.025, 1e-9, 1e6, false, "penalty on factors"),
          new TrainOption("nu", 1, 0, 1, false, "how far the penalty grows with a row's entries"),
          new TrainOption("weightPower", 0.5, 0, 1, false, "how far weights count"),
          new TrainOption(
              "shortRows",
              ShortRows.LONGEST,
              0,
              ShortRows.LONGEST,
              true,
              "entries up to which a row is solved by the Woodbury identity; 0 = none"));

  /// Fix the options for these data: an alpha of 0 becomes what gives absent pairs the weight asked
  /// for.
  ///
  /// @param all every option of [#KNOWN]; alpha is set to the value in effect
  static AlsOptions from(Map<String, Double> all, long seed, Interactions data) {
    double alpha = number(all, "alpha");
    if (alpha == 0) {
      double pairs = (double) data.users() * data.items();
      alpha = Math.min(1e6, pairs / data.entries() / number(all, "absent"));
      all.put("alpha", alpha);
    }
    return new AlsOptions(
        whole(all, "factors"),
        whole(all, "epochs"),
        alpha,
        number(all, "regularisation"),
        number(all, "nu"),
        number(all, "weightPower"),
        whole(all, "shortRows"),
        seed);
  }

  /// Penalty on the factors of a row with `entries` entries, when the other side has `others` rows.
  ///
  /// Source: Rendle, Krichene, Zhang, Koren, Revisiting the Performance of iALS on Item
  /// Recommendation Benchmarks, 2021, with the weight of absent entries 1 / alpha and all terms
  /// times alpha.
  float penalty(int entries, int others) {
    return (float) (alpha * regularisation * Math.pow(entries + others / alpha, nu));
  }
}
