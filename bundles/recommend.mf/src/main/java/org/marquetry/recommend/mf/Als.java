package org.marquetry.recommend.mf;

import java.util.Arrays;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.TrainingCancelledException;

/// Learn factors of users and items by alternating least squares; the same bits for any number of
/// threads.
///
/// The last step solves the users once more, so a user's factors are what [RowSolver] makes of
/// their row and the items' factors: folding in the training row gives the training vector.
final class Als {
  private static final int ROWS_A_PIECE = 64;

  private final Kernels kernels;
  private final ComputePool pool;
  private final AlsOptions options;
  private final Progress progress;

  Als(Kernels kernels, ComputePool pool, AlsOptions options, Progress progress) {
    this.kernels = kernels;
    this.pool = pool;
    this.options = options;
    this.progress = progress;
  }

  /// Learn from confidences, users in rows.
  Factors learn(Csr byUser) {
    Csr byItem = byUser.transpose();
    FactorStore users = new FactorStore(byUser.rows(), options.factors());
    FactorStore items = new FactorStore(byItem.rows(), options.factors());
    items.randomise(options.factors(), options.seed());
    double[] seconds = new double[options.epochs()];
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      long start = System.nanoTime();
      sweep(byUser, users, items);
      sweep(byItem, items, users);
      seconds[epoch] = (System.nanoTime() - start) / 1e9;
      progress.at((epoch + 1.0) / options.epochs());
    }
    float[] gram = sweep(byUser, users, items);
    Arrays.sort(seconds);
    return new Factors(users, items, gram, seconds[seconds.length / 2]);
  }

  /// Give each user the factors that fit those of the items: the last thing that learning does.
  Factors fit(Csr byUser, FactorStore items, double secondsPerEpoch) {
    FactorStore users = new FactorStore(byUser.rows(), options.factors());
    float[] gram = sweep(byUser, users, items);
    return new Factors(users, items, gram, secondsPerEpoch);
  }

  /// Solve every row of `x` against `y`; return `Y'Y`.
  private float[] sweep(Csr data, FactorStore x, FactorStore y) {
    float[] gram = Gram.of(y, kernels, pool);
    ShortRows shortRows = ShortRows.of(data, kernels, y, gram, options);
    int pieces = (data.rows() + ROWS_A_PIECE - 1) / ROWS_A_PIECE;
    pool.parallel(
        pieces,
        piece -> {
          if (progress.cancelled()) {
            throw new TrainingCancelledException("training was cancelled");
          }
          RowSolver solver = new RowSolver(kernels, y, gram, options);
          float[] row = new float[y.stride()];
          int from = piece * ROWS_A_PIECE;
          for (int r = from; r < Math.min(data.rows(), from + ROWS_A_PIECE); r++) {
            if (!shortRows.solve(data, r, row)) {
              solver.solve(data, r, row);
            }
            x.set(r, row);
          }
        });
    return gram;
  }
}
