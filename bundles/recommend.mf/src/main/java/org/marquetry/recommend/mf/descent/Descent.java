package org.marquetry.recommend.mf.descent;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.marquetry.lib.model.Learning;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;

/// Pass after pass over the [Grid], until the loss on what is held out has not become smaller for a
/// while; the parameters of the smallest loss are kept. The same bits for any number of threads:
/// blocks that are worked on at the same time share no row, and each has random numbers of its own.
final class Descent {
  private final Kernels kernels;
  private final ComputePool pool;
  private final DescentOptions options;
  private final Progress progress;

  Descent(Kernels kernels, ComputePool pool, DescentOptions options, Progress progress) {
    this.kernels = kernels;
    this.pool = pool;
    this.options = options;
    this.progress = progress;
  }

  /// What was learned.
  ///
  /// @param epochs passes up to these parameters
  /// @param loss on what is held out; infinite when nothing is
  /// @param secondsPerEpoch median time of a pass, without the look at what is held out
  record Outcome(Parameters parameters, int epochs, double loss, double secondsPerEpoch) {
    Provenance end(Learning learning, Kernels kernels) {
      return learning.end("cpu " + kernels.name(), parameters::print, secondsPerEpoch);
    }
  }

  /// @param parameters where it starts; changed
  Outcome learn(Grid grid, Excluded excluded, Objective objective, Parameters parameters) {
    progress.step(
        new Words(
            "学习 " + options.factors() + " 个因子", "learning " + options.factors() + " factors"));
    double[] seconds = new double[options.epochs()];
    Parameters best = parameters;
    double least = objective.loss(parameters, kernels);
    int bestEpoch = 0;
    int epoch = 0;
    while (epoch < options.epochs() && epoch - bestEpoch < options.patience()) {
      long start = System.nanoTime();
      pass(grid, excluded, objective, parameters, Mix.of(options.seed(), 3 + epoch));
      seconds[epoch++] = (System.nanoTime() - start) / 1e9;
      double loss = objective.loss(parameters, kernels);
      if (loss < least) {
        best = parameters.copy();
      }
      if (loss <= least) { // infinite always: all passes are made
        least = loss;
        bestEpoch = epoch;
      }
      progress.at((double) epoch / options.epochs());
    }
    Arrays.sort(seconds, 0, epoch);
    return new Outcome(best, bestEpoch, least, seconds[epoch / 2]);
  }

  private void pass(
      Grid grid, Excluded excluded, Objective objective, Parameters parameters, long seed) {
    grid.deal(seed, pool);
    for (int turn = 0; turn < Grid.SIDE; turn++) {
      int shift = turn;
      pool.parallel(
          Grid.SIDE,
          stripe -> {
            if (progress.cancelled()) {
              throw new TrainingCancelledException("training was cancelled");
            }
            Block block = grid.block(stripe, (stripe + shift) % Grid.SIDE);
            SplittableRandom random =
                new SplittableRandom(Mix.of(seed, (shift + 1L) * Grid.SIDE + stripe));
            objective.pass(block, excluded, new Mover(kernels, parameters, options, false), random);
          });
    }
  }
}
