package org.marquetry.recommend.mf.descent;

import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.recommend.spi.Interactions;

/// Learn that a user's present items score above absent ones: `-log sigmoid(s_ui - s_uj)` for
/// present `i` and absent `j`. What is the same for all items of a user cancels, so scores are no
/// probabilities.
///
/// Source: Rendle, Freudenthaler, Gantner, Schmidt-Thieme, BPR: Bayesian Personalized Ranking from
/// Implicit Feedback, UAI 2009.
final class Pairwise implements Objective {
  private static final int TRIES = 32;

  private final int negatives;
  private final HeldOut heldOut;
  private final int[] other; // an absent item for each held out pair
  private final ComputePool pool;

  Pairwise(Interactions data, Pairs pairs, DescentOptions options, ComputePool pool) {
    negatives = (int) options.negatives();
    this.pool = pool;
    heldOut = HeldOut.of(data, pairs, 0, options.seed());
    other = new int[heldOut.present()];
    SplittableRandom random = new SplittableRandom(Mix.of(options.seed(), other.length));
    for (int k = 0; k < other.length; k++) {
      int tries = 0;
      do {
        other[k] = random.nextInt(data.items());
      } while (data.has(heldOut.user()[k], other[k]) && ++tries < TRIES);
    }
  }

  static Parameters start(Interactions data, Pairs pairs, DescentOptions options) {
    return Parameters.start(data, pairs, options, false, 0);
  }

  @Override
  public void pass(Block block, Excluded excluded, Mover mover, SplittableRandom random) {
    for (int k = block.from(); k < block.to(); k++) {
      int user = block.user()[k];
      for (int n = 0; n < negatives; n++) {
        int absent = block.item(random.nextLong());
        if (!excluded.test(user, absent)) {
          mover.triple(user, block.item()[k], absent, Logistic.LOG_1);
        }
      }
    }
  }

  @Override
  public double loss(Parameters parameters, Kernels kernels) {
    if (other.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    float[] present = heldOut.scores(parameters, kernels, pool);
    double sum = 0;
    for (int k = 0; k < other.length; k++) {
      float absent = parameters.score(kernels, heldOut.user()[k], other[k]);
      sum += Math.log1p(Math.exp(absent - present[k]));
    }
    return sum / other.length;
  }
}
