package org.marquetry.recommend.mf.descent;

/// From a score to a probability: `p = ceiling sigmoid(slope score + shift)`.
///
/// It is fitted on pairs that the descent took for absent, like all those it will be asked about, and
/// of which some are present: [HeldOut]. So what a model that has met a pair as absent knows too well
/// of it, and what it is too sure of, is put right. Let a pair be present with probability `p` and a
/// share `h` of the present ones be held out; of a pair that the descent took for absent it is then
/// true that
///
///     P(held out) = p h / (1 - p (1 - h)).
///
/// The ceiling is there because nothing need be certain: when only a part of what will be is in the
/// data yet, that part is the most that any pair can have.
///
/// Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999, here with a normal prior
/// around what the descent says; Elkan, Noto, Learning Classifiers from Only Positive and Unlabeled
/// Data, KDD 2008 (present ones that are not labelled, by chance; their constant `c`).
record Chance(double slope, double shift, double ceiling) {
  private static final int STEPS = 30;
  private static final double ENOUGH = 1e-5;
  private static final double LEAST = 1e-12;
  private static final double LOWEST_CEILING = 0.3;
  private static final double CEILING_STEP = 0.05;

  // deviations of the prior: with thousands of held out pairs they do not matter
  private static final double SLOPE_DEVIATION = 0.3;
  private static final double SHIFT_DEVIATION = 1;

  double of(double score) {
    return ceiling * Logistic.sigmoid(slope * score + shift);
  }

  /// Find the most probable slope and shift, and the ceiling that suits best.
  ///
  /// @param plain what the descent says
  /// @param scores of the pairs of `heldOut`
  static Chance fit(Chance plain, HeldOut heldOut, float[] scores) {
    Chance best = fit(plain, 1, heldOut, scores);
    for (double c = 1 - CEILING_STEP; c > LOWEST_CEILING; c -= CEILING_STEP) {
      Chance other = fit(plain, c, heldOut, scores);
      if (!(other.loss(heldOut, scores) < best.loss(heldOut, scores))) {
        break;
      }
      best = other;
    }
    return best;
  }

  /// Fisher scoring.
  static Chance fit(Chance plain, double ceiling, HeldOut heldOut, float[] scores) {
    double h = heldOut.share();
    double precisionA = 1 / (SLOPE_DEVIATION * SLOPE_DEVIATION);
    double precisionB = 1 / (SHIFT_DEVIATION * SHIFT_DEVIATION);
    double a = 0; // differences to what the descent says: of the slope and of the shift
    double b = 0;
    for (int step = 0; step < STEPS; step++) {
      double ga = a * precisionA;
      double gb = b * precisionB;
      double haa = precisionA;
      double hab = 0;
      double hbb = precisionB;
      for (int k = 0; k < scores.length; k++) {
        double s = plain.slope() * scores[k] + plain.shift();
        double sigmoid = Logistic.sigmoid(s + a * s + b);
        double p = ceiling * sigmoid;
        double rest = 1 - p * (1 - h);
        double q = Math.max(LEAST, p * h / rest);
        double slope = h * p * (1 - sigmoid) / (rest * rest);
        double variance = Math.max(LEAST, q * (1 - q));
        double weight = heldOut.weight(k) * slope / variance;
        double g = weight * (q - (heldOut.isPresent(k) ? 1 : 0));
        ga += g * s;
        gb += g;
        haa += weight * slope * s * s;
        hab += weight * slope * s;
        hbb += weight * slope;
      }
      double determinant = haa * hbb - hab * hab;
      double da = (hbb * ga - hab * gb) / determinant;
      double db = (haa * gb - hab * ga) / determinant;
      a -= da;
      b -= db;
      if (Math.abs(da) + Math.abs(db) < ENOUGH) {
        break;
      }
    }
    return new Chance(plain.slope() * (1 + a), plain.shift() * (1 + a) + b, ceiling);
  }

  /// The mean log loss of telling the held out ones from the absent ones, in nats a pair.
  double loss(HeldOut heldOut, float[] scores) {
    double h = heldOut.share();
    double sum = 0;
    double pairs = 0;
    for (int k = 0; k < scores.length; k++) {
      double p = of(scores[k]);
      double q = p * h / (1 - p * (1 - h));
      sum -= heldOut.weight(k) * Math.log(Math.max(LEAST, heldOut.isPresent(k) ? q : 1 - q));
      pairs += heldOut.weight(k);
    }
    return sum / pairs;
  }
}
