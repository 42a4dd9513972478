package org.marquetry.recommend.mf.descent;

import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.Interactions;

/// Learn `p = sigmoid(u . v + b_u + b_i + b_0)`, the probability that a pair is present, from
/// present pairs and a sample of the absent ones.
///
/// Every absent pair is drawn `r` times a pass in the mean, whatever its user and item did. So
/// among what is met the odds of "present" are `p : r (1 - p)`, and their logarithm is that of `p`
/// less `log r`. The descent therefore learns scores `s` with `sigmoid(s) = P(present | met)` by
/// the log loss (or the squared one: each is smallest at the true probability), and `p = sigmoid(s
/// + log r)` is the probability over all pairs. Weights of `1 / r` on the drawn pairs would have
///   the same expectation, but single steps `1 / r` times as large.
///
/// Source: Johnson, Logistic Matrix Factorization for Implicit Feedback Data, 2014 (without the
/// correction); Prentice, Pyke, Logistic disease incidence models and case-control studies,
/// Biometrika 66, 1979, and King, Zeng, Logistic Regression in Rare Events Data, Political Analysis
/// 9, 2001, section 4.1 (the correction); Gneiting, Raftery, Strictly Proper Scoring Rules, JASA
/// 102, 2007 (both losses).
final class Logistic implements Objective {
  private static final int ABSENT_FOR_ONE = 40;

  private final boolean squared;
  private final double drawn;
  private final HeldOut heldOut;
  private final ComputePool pool;

  private Logistic(boolean squared, double drawn, HeldOut heldOut, ComputePool pool) {
    this.squared = squared;
    this.drawn = drawn;
    this.heldOut = heldOut;
    this.pool = pool;
  }

  /// @param present how many present pairs are met a pass
  static Logistic of(
      Interactions data, Pairs pairs, long present, DescentOptions options, ComputePool pool) {
    double cells = (double) data.users() * data.items();
    return new Logistic(
        options.squared(),
        options.negatives() * present / cells,
        HeldOut.of(data, pairs, ABSENT_FOR_ONE, options.seed()),
        pool);
  }

  /// Biases that say what users' and items' numbers of present pairs alone would: `p = n_u n_i /
  /// n`.
  ///
  /// @param present how many present pairs are met a pass: `n`
  Parameters start(Interactions data, Pairs pairs, long present, DescentOptions options) {
    return Parameters.start(data, pairs, options, true, -Math.log((double) present) - shift());
  }

  /// What is added to a score to have the log-odds over all pairs.
  double shift() {
    return Math.log(drawn);
  }

  @Override
  public void pass(Block block, Excluded excluded, Mover mover, SplittableRandom random) {
    double cells = (double) block.users() * block.items();
    long draws = (long) (drawn * cells + random.nextDouble());
    long all = draws + block.present();
    Draws absent = new Draws(block, excluded, random);
    int next = block.from();
    long due = 0;
    for (long k = 0; k < all; k++) { // spread the present ones evenly
      due += block.present();
      if (due >= all) {
        due -= all;
        mover.pair(block.user()[next], block.item()[next], squared ? SQUARED_1 : LOG_1);
        next++;
      } else {
        if (absent.next()) {
          mover.pair(absent.user(), absent.item(), squared ? SQUARED_0 : LOG_0);
        }
      }
    }
  }

  static final Slope LOG_1 = s -> (float) -sigmoid(-s);
  static final Slope LOG_0 = s -> (float) sigmoid(s);
  static final Slope SQUARED_1 =
      s -> {
        double p = sigmoid(s);
        return (float) (2 * (p - 1) * p * (1 - p));
      };
  static final Slope SQUARED_0 =
      s -> {
        double p = sigmoid(s);
        return (float) (2 * p * p * (1 - p));
      };

  static double sigmoid(double s) {
    return 1 / (1 + Math.exp(-s));
  }

  @Override
  public double loss(Parameters parameters, Kernels kernels) {
    if (heldOut.present() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    float[] scores = heldOut.scores(parameters, kernels, pool);
    return Chance.fit(plain(), 1, heldOut, scores).loss(heldOut, scores);
  }

  /// From scores to probabilities.
  Chance chance(Parameters parameters, Kernels kernels) {
    return heldOut.present() == 0
        ? plain()
        : Chance.fit(plain(), heldOut, heldOut.scores(parameters, kernels, pool));
  }

  /// What the descent says.
  private Chance plain() {
    return new Chance(1, shift(), 1);
  }
}
