package org.marquetry.recommend.blend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.neighbour.NeighbourTrainer;
import org.marquetry.recommend.popular.PopularTrainer;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;

class BlendTrainerTest {
  private static final SharedPool POOL = new SharedPool(2);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final NeighbourTrainer NEIGHBOUR = new NeighbourTrainer(POOL, CLOCK, "1");
  private static final PopularTrainer POPULAR = new PopularTrainer(CLOCK, "1");
  private static final int ITEMS = 300;

  @AfterAll
  static void close() {
    POOL.close();
  }

  private static BlendModel train(Interactions data, Trainer... engines) {
    return new BlendTrainer(POOL, CLOCK, "1", List.of(engines))
        .train(data, new TrainOptions(Map.of(), 7), Progress.NONE);
  }

  private static double weight(BlendModel model, String engine) {
    return model.provenance().options().getOrDefault("weight." + engine, Double.NaN);
  }

  /// Each goes on to the next item but one, or takes one of five bestsellers, with some chance.
  private static Interactions histories(double bestseller) {
    SplittableRandom random = new SplittableRandom(11);
    InteractionsBuilder builder = Interactions.builder(400, ITEMS);
    for (int u = 0; u < 400; u++) {
      int item = random.nextInt(ITEMS);
      for (int k = 0; k < 9; k++) {
        boolean popular = random.nextDouble() < bestseller;
        item = popular ? item : (item + 2) % ITEMS;
        builder.add(u, popular ? random.nextInt(5) : item, 1, k + 1);
      }
    }
    return builder.build();
  }

  @Test
  void anEngineThatDoesNotHelpIsNotServed() {
    Interactions data = histories(0);
    BlendModel model = train(data, NEIGHBOUR, POPULAR);
    assertEquals(0, weight(model, "popular"));
    assertEquals(1, weight(model, "knn"));
    Model knn = NEIGHBOUR.train(data, new TrainOptions(Map.of(), 7), Progress.NONE);
    List<Integer> alone = knn.top(3, 10).stream().map(ScoredItem::item).toList();
    assertEquals(alone, model.top(3, 10).stream().map(ScoredItem::item).toList());
    assertEquals(1, model.top(3, 10).getFirst().score(), 1e-6);
  }

  @Test
  void theBlendForeseesWhatNeitherEngineDoes() {
    Interactions data = histories(0.3);
    HeldOut held = HeldOut.of(data, 400, 5);
    List<Candidates> users = new ArrayList<>();
    List<Trainer> engines = List.of(NEIGHBOUR, POPULAR);
    List<Model> models =
        engines.stream()
            .<Model>map(e -> e.train(held.rest(), new TrainOptions(Map.of(), 1), Progress.NONE))
            .toList();
    for (int u = 0; u < held.users().size(); u++) {
      int user = held.users().get(u);
      users.add(
          Candidates.of(
              models.stream().map(m -> Scores.of(m.top(user, 50))).toList(),
              held.wanted().get(u),
              10));
    }
    Weights weights = new Weights(users, 10, POOL);
    double[] learned = weights.learn(2);
    assertEquals(1, learned[0] + learned[1], 1e-9);
    assertTrue(weights.quality(learned) >= weights.quality(new double[] {1, 0}));
    assertTrue(weights.quality(learned) >= weights.quality(new double[] {0, 1}));
    assertTrue(weights.quality(learned) > 0.3, "NDCG " + weights.quality(learned));
  }

  @Test
  void heldOutItemsAreTheLatestAndNothingElseIsLost() {
    Interactions data = histories(0);
    HeldOut held = HeldOut.of(data, 50, 5);
    assertEquals(50, held.users().size());
    assertEquals(data.entries() - 50, held.rest().entries());
    for (int u = 0; u < 50; u++) {
      int[] all = data.sequence(held.users().get(u));
      assertEquals(1, held.wanted().get(u).length);
      assertEquals(all[all.length - 1], held.wanted().get(u)[0]);
    }
  }

  @Test
  void aLongListGoesOnBehindWhatWasBlended() {
    Interactions data = histories(0.3);
    BlendModel model =
        new BlendTrainer(POOL, CLOCK, "1", List.of(NEIGHBOUR, POPULAR))
            .train(data, new TrainOptions(Map.of("depth", 10.0), 7), Progress.NONE);
    List<ScoredItem> list = model.top(0, 60);
    assertEquals(60, list.size());
    assertEquals(60, list.stream().map(ScoredItem::item).distinct().count());
    for (int k = 1; k < 60; k++) {
      assertTrue(list.get(k).score() <= list.get(k - 1).score());
    }
  }

  @Test
  void theReasonIsAPastItem() {
    Interactions data = histories(0);
    BlendModel model = train(data, NEIGHBOUR, POPULAR);
    int item = model.top(0, 1).getFirst().item();
    Contribution reason = model.reason(0, item).orElseThrow();
    assertTrue(data.has(0, reason.pastItem()));
    List<Integer> items = model.top(0, 5).stream().map(ScoredItem::item).toList();
    List<Optional<Contribution>> reasons = model.reasons(data.row(0), items);
    assertEquals(5, reasons.size());
    assertEquals(Optional.of(reason), reasons.getFirst());
  }

  @Test
  void withoutEnginesItSaysSo() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> train(histories(0)));
    assertTrue(String.valueOf(e.getMessage()).contains("no engine"), e.getMessage());
  }
}
