package org.marquetry.recommend.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;

class NeighbourTrainerTest {
  private static NeighbourModel train(int threads, Interactions data, Map<String, Double> options) {
    SharedPool pool = new SharedPool(threads);
    try {
      return new NeighbourTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1")
          .train(data, new TrainOptions(options, 1), Progress.NONE);
    } finally {
      pool.close();
    }
  }

  /// Each history in its order.
  private static Interactions histories(int items, int[]... histories) {
    InteractionsBuilder builder = Interactions.builder(histories.length, items);
    for (int u = 0; u < histories.length; u++) {
      for (int k = 0; k < histories[u].length; k++) {
        builder.add(u, histories[u][k], 1, 100 + k);
      }
    }
    return builder.build();
  }

  /// The formula of [Followers], pair by pair.
  @Test
  void whatFollowsIsCountedAsTheFormulaSays() {
    SplittableRandom random = new SplittableRandom(3);
    int items = 12;
    int[][] histories = new int[40][];
    for (int u = 0; u < histories.length; u++) {
      histories[u] = random.ints(6, 0, items).distinct().toArray();
    }
    Interactions data = histories(items, histories);
    double distance = 0.8;
    double backward = 0.4;
    int window = 3;
    NeighbourModel model =
        train(
            2,
            data,
            Map.of("window", 3.0, "distance", 0.8, "backward", 0.4, "shrink", 2.0, "recency", 0.5));
    double[][] sum = new double[items][items];
    double[] count = new double[items];
    for (int[] h : histories) {
      for (int i = 0; i < h.length; i++) {
        count[h[i]]++;
        for (int j = i + 1; j < h.length && j - i <= window; j++) {
          double reach = Math.pow(distance, j - i - 1);
          sum[h[i]][h[j]] += reach;
          sum[h[j]][h[i]] += backward * reach;
        }
      }
    }
    for (int u = 0; u < histories.length; u++) {
      for (ScoredItem found : model.top(u, items)) {
        double score = 1e-6 * count[found.item()] / histories.length;
        double say = 1;
        for (int k = histories[u].length - 1; k >= 0; k--, say *= 0.5) {
          int h = histories[u][k];
          int c = found.item();
          score += say * sum[h][c] / (Math.pow(count[c], 0.3) * Math.pow(count[h], 0.7) + 2);
        }
        assertEquals(score, found.score(), 1e-5 * Math.max(1e-3, score), "user " + u);
      }
    }
  }

  @Test
  void theLatestItemSpeaksMost() {
    Interactions data =
        histories(6, new int[] {0, 2}, new int[] {0, 2}, new int[] {1, 3}, new int[] {1, 3});
    NeighbourModel model = train(1, data, Map.of());
    Interactions first = histories(6, new int[] {0, 1});
    Interactions other = histories(6, new int[] {1, 0});
    assertEquals(3, model.topFor(first, 1).getFirst().item());
    assertEquals(2, model.topFor(other, 1).getFirst().item());
  }

  @Test
  void theReasonIsTheItemThatSaysMostAndItsShareAddsUp() {
    Interactions data =
        histories(5, new int[] {0, 1, 4}, new int[] {0, 4}, new int[] {1, 4}, new int[] {0, 1, 2});
    NeighbourModel model = train(1, data, Map.of());
    Contribution reason = model.reason(3, 4).orElseThrow();
    double all =
        model.top(3, 5).stream().filter(i -> i.item() == 4).findFirst().orElseThrow().score();
    assertEquals(all, reason.contribution() / reason.share(), 2e-6);
    assertTrue(model.reason(1, 3).isEmpty(), "nobody had it");
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(9);
    int[][] histories = new int[300][];
    for (int u = 0; u < histories.length; u++) {
      histories[u] = random.ints(20, 0, 500).distinct().toArray();
    }
    Interactions data = histories(500, histories);
    Map<String, Double> few = Map.of("neighbours", 20.0);
    String one = train(1, data, few).provenance().modelHash();
    assertEquals(one, train(3, data, few).provenance().modelHash());
    assertEquals(
        List.of(0, 1),
        train(1, histories(3, new int[] {2}, new int[] {0, 1}), Map.of()).top(0, 5).stream()
            .map(ScoredItem::item)
            .toList());
  }

  @Test
  void whereNothingIsSaidPopularityDecides() {
    NeighbourModel model = train(1, histories(3, new int[] {2}, new int[] {0, 1}), Map.of());
    List<ScoredItem> others = model.top(0, 5);
    assertEquals(List.of(0, 1), others.stream().map(ScoredItem::item).toList());
  }
}
