package org.marquetry.recommend.mf.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.mf.Samples;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;

class DescentTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final SharedPool pool = new SharedPool(2);

  @AfterEach
  void close() {
    pool.close();
  }

  private static Trainer trainer(String algorithm, SharedPool pool) {
    return algorithm.equals("bpr")
        ? new PairwiseTrainer(pool, CLOCK, "1")
        : new LogisticTrainer(pool, CLOCK, "1");
  }

  private Model train(String algorithm, Interactions data, Map<String, Double> options) {
    return trainer(algorithm, pool).train(data, new TrainOptions(options, 1), Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "bpr"})
  void anyNumberOfThreadsGivesTheSameBits(String algorithm) {
    Interactions data = Samples.groups(600, 300, 8, 5, 9);
    List<String> prints = new ArrayList<>();
    for (int threads : new int[] {1, 3}) {
      SharedPool some = new SharedPool(threads);
      try (Model model =
          trainer(algorithm, some)
              .train(data, new TrainOptions(Map.of("epochs", 4.0), 1), Progress.NONE)) {
        prints.add(model.provenance().modelHash());
      } finally {
        some.close();
      }
    }
    assertEquals(prints.getFirst(), prints.getLast());
    try (Model other =
        trainer(algorithm, pool)
            .train(data, new TrainOptions(Map.of("epochs", 4.0), 2), Progress.NONE)) {
      assertNotEquals(prints.getFirst(), other.provenance().modelHash(), "the seed matters");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "bpr"})
  void tasteGroupsAreFoundForUsersAndStrangers(String algorithm) {
    Interactions data = Samples.groups(600, 300, 12, 5, 2);
    try (Model model = train(algorithm, data, Map.of("factors", 16.0))) {
      int known = 0;
      int folded = 0;
      int all = 0;
      for (int u = 0; u < 200; u++) {
        int taste = u % 5;
        known += (int) model.top(u, 10).stream().filter(i -> i.item() % 5 == taste).count();
        folded +=
            (int) model.topFor(data.row(u), 10).stream().filter(i -> i.item() % 5 == taste).count();
        all += 10;
      }
      assertTrue(known > 0.8 * all, "known " + known + " of " + all);
      assertTrue(folded > 0.8 * all, "folded in " + folded + " of " + all);
    }
  }

  /// What the scan finds is what the parameters say of each item.
  @Test
  void theListIsInTheOrderOfTheProbabilities() {
    Interactions data = Samples.groups(300, 200, 8, 5, 4);
    try (Model model = train("logistic", data, Map.of("factors", 8.0, "epochs", 5.0))) {
      for (int u = 0; u < 20; u++) {
        int user = u;
        List<Integer> expected =
            IntStream.range(0, 200)
                .filter(i -> !data.has(user, i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -model.probability(user, i).orElseThrow()))
                .limit(5)
                .toList();
        assertEquals(expected, model.top(u, 5).stream().map(ScoredItem::item).toList());
      }
    }
  }

  /// Tastes in two dimensions; the truth is known for each pair.
  @SuppressWarnings("ArrayRecordComponent") // read only
  private record World(Interactions data, double[][] p) {
    static World of(int users, int items, double level, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] a = gaussians(random, users);
      double[][] b = gaussians(random, items);
      double[][] p = new double[users][items];
      InteractionsBuilder builder = Interactions.builder(users, items);
      for (int u = 0; u < users; u++) {
        for (int i = 0; i < items; i++) {
          double logit = level + a[u][0] * b[i][0] + a[u][1] * b[i][1] + 0.7 * (a[u][2] + b[i][2]);
          p[u][i] = 1 / (1 + Math.exp(-logit));
          if (random.nextDouble() < p[u][i]) {
            builder.add(u, i, 1);
          }
        }
      }
      return new World(builder.build(), p);
    }

    private static double[][] gaussians(SplittableRandom random, int rows) {
      double[][] x = new double[rows][3];
      for (double[] row : x) {
        for (int k = 0; k < row.length; k++) {
          row[k] = random.nextGaussian();
        }
      }
      return x;
    }

    /// In ten bins of equal mass by what the model says, the distance to the true mean.
    double error(Model model) {
      record Said(double p, double truth) {}
      List<Said> said = new ArrayList<>();
      for (int u = 0; u < p.length; u++) {
        for (int i = 0; i < p[u].length; i++) {
          said.add(new Said(model.probability(u, i).orElseThrow(), p[u][i]));
        }
      }
      said.sort(Comparator.comparingDouble(Said::p));
      double error = 0;
      for (int bin = 0; bin < 10; bin++) {
        List<Said> part = said.subList(bin * said.size() / 10, (bin + 1) * said.size() / 10);
        error +=
            0.1
                * Math.abs(
                    part.stream().mapToDouble(Said::p).average().orElseThrow()
                        - part.stream().mapToDouble(Said::truth).average().orElseThrow());
      }
      return error;
    }
  }

  /// However few absent pairs are drawn, with the log loss and with the squared one. The share of
  /// present pairs is about .1, so that a sample of one to one, uncorrected, would be wrong by .4.
  @Test
  void probabilitiesAreThoseOfTheWorld() {
    World world = World.of(400, 350, -3, 6);
    for (double negatives : new double[] {1, 6}) {
      double loss = negatives == 1 ? 0 : 1;
      Map<String, Double> options =
          Map.of("factors", 4.0, "negatives", negatives, "loss", loss, "epochs", 30.0);
      try (Model model = train("logistic", world.data(), options)) {
        double error = world.error(model);
        assertTrue(error < 0.02, "negatives " + negatives + " loss " + loss + ": " + error);
      }
    }
  }

  @Test
  void whatRanksOnlyHasNoProbability() {
    Interactions data = Samples.groups(100, 50, 6, 4, 1);
    try (Model model = train("bpr", data, Map.of("epochs", 1.0))) {
      assertTrue(model.probability(0, 0).isEmpty());
    }
  }

  @Test
  void itStopsInTimeAndKeepsTheBest() {
    Interactions data = Samples.groups(300, 200, 8, 5, 3);
    DescentOptions options = new DescentOptions(32, 200, 0.2, 0, 5, false, 0.1, 3, 1);
    Pairs pairs = new Pairs(data, 0.1, 1);
    Grid grid = new Grid(data, pairs);
    Logistic logistic = Logistic.of(data, pairs, grid.present(), options, pool);
    Descent.Outcome outcome =
        new Descent(Samples.KERNELS, pool, options, Progress.NONE)
            .learn(grid, pairs, logistic, logistic.start(data, pairs, grid.present(), options));
    assertTrue(outcome.epochs() < 190, "stopped after " + outcome.epochs());
    assertEquals(outcome.loss(), logistic.loss(outcome.parameters(), Samples.KERNELS), "kept");
  }

  @Test
  void eachPresentPairIsInOneBlockOfAPassUnlessItIsHeldOut() {
    Interactions data = Samples.groups(100, 70, 6, 4, 8);
    Pairs pairs = new Pairs(data, 0.2, 5);
    Grid grid = new Grid(data, pairs);
    for (int pass = 0; pass < 2; pass++) {
      grid.deal(pass, pool);
      Set<Long> met = new HashSet<>();
      for (int stripe = 0; stripe < Grid.SIDE; stripe++) {
        for (int column = 0; column < Grid.SIDE; column++) {
          Block block = grid.block(stripe, column);
          Set<Integer> items = new HashSet<>();
          for (int k = block.itemsFrom(); k < block.itemsTo(); k++) {
            items.add(block.order()[k]);
          }
          for (int k = block.from(); k < block.to(); k++) {
            assertEquals(stripe, block.user()[k] % Grid.SIDE);
            assertTrue(items.contains(block.item()[k]), "an item of its column");
            assertTrue(met.add((long) block.user()[k] << 32 | block.item()[k]), "once");
          }
        }
      }
      assertEquals(grid.present(), met.size());
      long heldOut =
          IntStream.range(0, 100)
              .mapToLong(u ->
                  IntStream.range(0, 70).filter(i -> data.has(u, i) && pairs.heldOut(u, i)).count())
              .sum();
      assertEquals(data.entries(), met.size() + heldOut);
      assertTrue(heldOut > 0.1 * data.entries() && heldOut < 0.3 * data.entries());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"logistic", "bpr"})
  void cancellationAndBadOptionsAreHeard(String algorithm) {
    Interactions data = Samples.groups(100, 50, 6, 4, 1);
    Trainer trainer = trainer(algorithm, pool);
    TrainOptions defaults = new TrainOptions(Map.of(), 1);
    assertThrows(
        TrainingCancelledException.class, () -> trainer.train(data, defaults, new Cancelled()));
    for (Map<String, Double> bad :
        List.of(
            Map.of("rate", 0.0),
            Map.of("negatives", 0.0),
            Map.of("validation", 0.9),
            Map.of("regularisation", -1.0),
            Map.of("loss", 0.5))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> trainer.train(data, new TrainOptions(bad, 1), Progress.NONE).close(),
          bad.toString());
    }
  }

  private static final class Cancelled implements Progress {
    @Override
    public void step(Words what) {}

    @Override
    public void at(double done) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
