package org.marquetry.recommend.mf.descent;

import static org.marquetry.lib.model.Options.number;
import static org.marquetry.lib.model.Options.whole;

import java.util.List;
import java.util.Map;
import org.marquetry.recommend.spi.TrainOption;

/// Options of a descent.
///
/// @param factors length of a factor vector
/// @param epochs passes over the present pairs at most
/// @param rate length of the first steps
/// @param regularisation penalty on factors, in each step
/// @param negatives absent pairs that are met for each present one
/// @param squared the squared loss instead of the log loss
/// @param validation share of the present pairs that is held out to stop in time and to calibrate;
///   0 = none
/// @param patience how many passes may go by without a smaller loss on what is held out
record DescentOptions(
    int factors,
    int epochs,
    double rate,
    double regularisation,
    double negatives,
    boolean squared,
    double validation,
    int patience,
    long seed) {
  private static final TrainOption FACTORS =
      whole("factors", 64, 1, 1024, "length of a factor vector");
  private static final TrainOption EPOCHS =
      whole("epochs", 50, 1, 10_000, "passes over the present pairs, at most");
  private static final TrainOption PATIENCE =
      whole("patience", 3, 1, 1000, "passes without a smaller held-out loss before it stops");
  private static final TrainOption VALIDATION =
      number(
          "validation", 0.05, 0, 0.5, "share of present pairs held out to stop in time; 0 = none");

  static final List<TrainOption> LOGISTIC =
      List.of(
          FACTORS,
          EPOCHS,
          number("rate", 0.05, 1e-6, 10, "length of the first steps"),
          number("regularisation", 0.01, 0, 100, "penalty on factors, in each step"),
          number("negatives", 5, 0.01, 1000, "absent pairs met for each present one"),
          whole("loss", 0, 0, 1, "0 = log loss of p, 1 = squared loss of p"),
          VALIDATION,
          PATIENCE);

  static final List<TrainOption> PAIRWISE =
      List.of(
          FACTORS,
          EPOCHS,
          number("rate", 0.05, 1e-6, 10, "length of the first steps"),
          number("regularisation", 0.01, 0, 100, "penalty on factors, in each step"),
          whole("negatives", 3, 1, 1000, "absent items met for each present one"),
          VALIDATION,
          PATIENCE);

  static DescentOptions from(Map<String, Double> all, long seed) {
    return new DescentOptions(
        whole(all, "factors"),
        whole(all, "epochs"),
        number(all, "rate"),
        number(all, "regularisation"),
        number(all, "negatives"),
        all.getOrDefault("loss", 0.0) == 1,
        number(all, "validation"),
        whole(all, "patience"),
        seed);
  }
}
