package org.marquetry.recommend.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;

class LlrTrainerTest {
  private static NeighbourModel train(int threads, Interactions data, Map<String, Double> options) {
    SharedPool pool = new SharedPool(threads);
    try {
      return new LlrTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1")
          .train(data, new TrainOptions(options, 1), Progress.NONE);
    } finally {
      pool.close();
    }
  }

  private static Interactions histories(int items, int[]... histories) {
    InteractionsBuilder builder = Interactions.builder(histories.length, items);
    for (int u = 0; u < histories.length; u++) {
      for (int k = 0; k < histories[u].length; k++) {
        builder.add(u, histories[u][k], 1, 100 + k);
      }
    }
    return builder.build();
  }

  /// Published: tests of Apache Mahout's `LogLikelihood`.
  @Test
  void theRatioIsAsPublished() {
    assertEquals(2.772589, LogLikelihood.ratio(1, 0, 0, 1), 1e-6);
    assertEquals(27.72589, LogLikelihood.ratio(10, 0, 0, 10), 1e-5);
    assertEquals(39.33052, LogLikelihood.ratio(5, 1995, 0, 100_000), 1e-5);
    assertEquals(4730.737, LogLikelihood.ratio(1000, 1995, 1000, 100_000), 1e-3);
    assertEquals(5714.932, LogLikelihood.ratio(1000, 1000, 1000, 99_000), 1e-3);
    assertEquals(-Math.sqrt(2.772589), LogLikelihood.root(0, 1, 1, 0), 1e-6);
    assertEquals(0, LogLikelihood.root(6, 7567, 1924, 2_426_487), 1e-2, "as by chance");
    assertTrue(LogLikelihood.root(36, 21_928, 60_280, 623_876) < 0, "less than by chance");
  }

  /// Tables counted pair by pair from the histories.
  @Test
  void whatComesTogetherIsCountedAsTheTablesSay() {
    SplittableRandom random = new SplittableRandom(4);
    int items = 8;
    int[][] histories = new int[60][];
    for (int u = 0; u < histories.length; u++) {
      histories[u] = random.ints(1 + u % 4, 0, items).distinct().toArray();
    }
    NeighbourModel model = train(2, histories(items, histories), Map.of("least", 0.5));
    int found = 0;
    for (int h = 0; h < items; h++) {
      for (ScoredItem one : model.topFor(histories(items, new int[] {h}), items)) {
        double root = root(histories, h, one.item());
        double popularity = 1e-6 * count(histories, one.item()) / histories.length;
        double expected = popularity + (root >= 0.5 ? root : 0);
        assertEquals(expected, one.score(), 1e-5 * Math.max(1e-3, expected), h + " " + one);
        found += root >= 0.5 ? 1 : 0;
      }
    }
    assertTrue(found > 5 && found < items * items / 2, "pairs that are kept: " + found);
  }

  private static double root(int[][] histories, int first, int second) {
    int[][] table = new int[2][2];
    for (int[] history : histories) {
      table[has(history, first) ? 0 : 1][has(history, second) ? 0 : 1]++;
    }
    return LogLikelihood.root(table[0][0], table[0][1], table[1][0], table[1][1]);
  }

  private static boolean has(int[] history, int item) {
    return Arrays.stream(history).anyMatch(i -> i == item);
  }

  private static long count(int[][] histories, int item) {
    return Arrays.stream(histories).filter(h -> has(h, item)).count();
  }

  /// Everybody has item 0, and item 2 comes with item 1 only.
  @Test
  void whatEverybodyHasIsNoCompany() {
    Interactions data =
        histories(4, new int[] {0, 1, 2}, new int[] {0, 1, 2}, new int[] {0, 3}, new int[] {0, 3});
    NeighbourModel model = train(1, data, Map.of());
    List<ScoredItem> company = model.topFor(histories(4, new int[] {1}), 4);
    assertEquals(2, company.getFirst().item());
    assertTrue(company.get(1).score() < 1e-3, "only popularity speaks for the others");
    assertEquals(1, model.reason(0, 2).orElseThrow().pastItem());
  }

  @Test
  void onlyTheLatestItemsOfALongHistoryCount() {
    int[][] histories = {{0, 1, 2}, {0, 1, 2}, {3}, {3}};
    NeighbourModel model = train(1, histories(4, histories), Map.of("history", 2.0));
    assertEquals(2, model.reason(0, 1).orElseThrow().pastItem());
    assertTrue(model.topFor(histories(4, new int[] {0}), 1).getFirst().score() < 1e-3);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(9);
    int[][] histories = new int[300][];
    for (int u = 0; u < histories.length; u++) {
      histories[u] = random.ints(20, 0, 500).distinct().toArray();
    }
    Interactions data = histories(500, histories);
    Map<String, Double> few = Map.of("neighbours", 5.0);
    assertEquals(
        train(1, data, few).provenance().modelHash(), train(3, data, few).provenance().modelHash());
  }
}
