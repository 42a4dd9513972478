package org.marquetry.recommend.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.math.linear.ScalarKernels;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.TrainingCancelledException;

class EaseTrainerTest {
  private static final int ITEMS = 90; // two tiles, the second not full
  private static final double REGULARISATION = 20;

  private static Interactions data() {
    SplittableRandom random = new SplittableRandom(4);
    InteractionsBuilder builder = Interactions.builder(300, ITEMS);
    for (int u = 0; u < 300; u++) {
      for (int k = 0; k < 8; k++) {
        builder.add(u, random.nextInt(ITEMS / 3) * 3 + u % 3, 1, k + 1);
      }
    }
    return builder.build();
  }

  private static EaseModel train(int threads, Interactions data) {
    SharedPool pool = new SharedPool(threads);
    try {
      return new EaseTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1")
          .train(
              data, new TrainOptions(Map.of("regularisation", REGULARISATION), 1), Progress.NONE);
    } finally {
      pool.close();
    }
  }

  /// The weights of one item are those of a ridge regression of it on all others.
  @Test
  void theWeightsSolveTheRegressionOfEachItemOnAllOthers() {
    Interactions data = data();
    EaseModel model = train(2, data);
    double[][] gram = new double[ITEMS][ITEMS];
    for (int u = 0; u < data.users(); u++) {
      for (int i : data.sequence(u)) {
        for (int j : data.sequence(u)) {
          gram[i][j]++;
        }
      }
    }
    for (int target : new int[] {0, 17, 89}) {
      for (int i = 0; i < ITEMS; i++) {
        if (i != target) { // the gradient of the loss by the weight of item i
          double gradient = REGULARISATION * model.weight(i, target) - gram[i][target];
          for (int j = 0; j < ITEMS; j++) {
            gradient += j == target ? 0 : gram[i][j] * model.weight(j, target);
          }
          assertEquals(0, gradient, 2e-3, "item " + i + " for " + target);
        }
      }
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    assertEquals(
        train(1, data()).provenance().modelHash(), train(3, data()).provenance().modelHash());
  }

  @Test
  void theReasonIsTheItemThatSaysMost() {
    Interactions data = data();
    EaseModel model = train(2, data);
    int item = model.top(5, 1).getFirst().item();
    Contribution reason = model.reason(5, item).orElseThrow();
    for (int past : data.sequence(5)) {
      assertTrue(model.weight(past, item) <= reason.contribution() + 1e-6);
    }
    assertEquals(5 % 3, item % 3, "of the taste of the user");
  }

  @Test
  void aCatalogueThatDoesNotFitIsRefused() {
    EaseTrainer.checkFits(1_000, 5L << 20);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> EaseTrainer.checkFits(100_000, 5L << 20));
    assertTrue(String.valueOf(e.getMessage()).contains("100000 items take"), e.getMessage());
  }

  @Test
  void aCancelledTrainingEnds() {
    SharedPool pool = new SharedPool(1);
    try {
      Tiles matrix = new Tiles(10);
      assertThrows(
          TrainingCancelledException.class,
          () -> matrix.invert(new ScalarKernels(), pool, () -> true));
    } finally {
      pool.close();
    }
  }
}
