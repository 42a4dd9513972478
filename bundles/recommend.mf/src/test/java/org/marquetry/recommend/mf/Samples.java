package org.marquetry.recommend.mf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.marquetry.math.linear.Kernels;
import org.marquetry.math.linear.ScalarKernels;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;

/// Seeded data with taste groups: users of a group mostly have items of the group.
public final class Samples {
  public static final Kernels KERNELS = new ScalarKernels();

  private Samples() {}

  public static Interactions groups(int users, int items, int perUser, int groups, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InteractionsBuilder builder = Interactions.builder(users, items);
    for (int u = 0; u < users; u++) {
      int n = 1 + random.nextInt(2 * perUser);
      for (int k = 0; k < n; k++) {
        int item = random.nextInt(items);
        if (random.nextInt(10) > 0) {
          item = item / groups * groups + u % groups;
        }
        if (item < items) {
          builder.add(u, item, 1 + random.nextInt(5));
        }
      }
    }
    return builder.build();
  }

  static MfTrainer trainer(SharedPool pool) {
    return new MfTrainer(pool, InstantSource.fixed(Instant.EPOCH), "test");
  }

  static AlsOptions options(int factors, double alpha, double regularisation, double nu) {
    return new AlsOptions(factors, 5, alpha, regularisation, nu, 1, 16, 3);
  }
}
