package org.marquetry.recommend.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;

class SequenceTrainerTest {
  private static final int ITEMS = 40;
  private static final Map<String, Double> SMALL =
      Map.of(
          "factors", 16.0, "hidden", 32.0, "length", 8.0, "batch", 32.0, "epochs", 40.0, "rate",
          0.01, "dropout", 0.2);

  private static SequenceModel train(int threads, Interactions data, Map<String, Double> options) {
    SharedPool pool = new SharedPool(threads);
    try {
      return new SequenceTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1")
          .train(data, new TrainOptions(options, 3), Progress.NONE);
    } finally {
      pool.close();
    }
  }

  /// Everybody begins somewhere and goes on to the next item but two, round the catalogue.
  private static Interactions walks(int users) {
    SplittableRandom random = new SplittableRandom(8);
    InteractionsBuilder builder = Interactions.builder(users, ITEMS);
    for (int u = 0; u < users; u++) {
      int item = random.nextInt(ITEMS);
      for (int k = 0; k < 8; k++) {
        builder.add(u, (item + 3 * k) % ITEMS, 1, 10 + k);
      }
    }
    return builder.build();
  }

  @Test
  void itLearnsWhatComesNext() {
    int hits = hits(train(2, walks(200), SMALL));
    assertTrue(hits >= ITEMS - 2, hits + " of " + ITEMS);
  }

  private static int hits(SequenceModel model) {
    int hits = 0;
    for (int item = 0; item < ITEMS; item++) {
      Interactions row =
          Interactions.builder(1, ITEMS)
              .add(0, item, 1, 2)
              .add(0, (item + ITEMS - 3) % ITEMS, 1, 1)
              .build();
      if (model.topFor(row, 1).getFirst().item() == (item + 3) % ITEMS) {
        hits++;
      }
    }
    return hits;
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Interactions data = walks(60);
    Map<String, Double> few = Map.of("factors", 16.0, "hidden", 16.0, "epochs", 2.0, "batch", 16.0);
    String one = train(1, data, few).provenance().modelHash();
    assertEquals(one, train(3, data, few).provenance().modelHash());
  }

  /// With steps that change next to nothing the first epoch is as good as any.
  @Test
  void theBestEpochIsTakenAndTrainingEndsWhenNothingIsGained() {
    Map<String, Double> still = new HashMap<>(SMALL);
    still.putAll(Map.of("rate", 1e-6, "patience", 2.0));
    Interactions data = walks(200);
    AtomicReference<Double> furthest = new AtomicReference<>(0.0);
    Progress watched =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {
            furthest.accumulateAndGet(done, Math::max);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    SharedPool pool = new SharedPool(2);
    try {
      SequenceTrainer trainer = new SequenceTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1");
      String ended =
          trainer.train(data, new TrainOptions(still, 3), watched).provenance().modelHash();
      assertTrue(furthest.get() < 0.2, "it went on to " + furthest.get());
      still.put("epochs", 2.0);
      TrainOptions two = new TrainOptions(still, 3);
      assertEquals(ended, trainer.train(data, two, Progress.NONE).provenance().modelHash());
    } finally {
      pool.close();
    }
  }

  @Test
  void theReasonIsTheItemWithoutWhichTheScoreFallsMost() {
    SequenceModel model = train(2, walks(200), SMALL);
    Interactions data = walks(200);
    int[] past = data.sequence(0);
    int next = (past[past.length - 1] + 3) % ITEMS;
    Contribution reason = model.reason(0, next).orElseThrow();
    assertTrue(reason.share() > 0 && reason.share() <= 1);
    assertTrue(data.has(0, reason.pastItem()));
  }

  @Test
  void aCatalogueThatWouldTakeHoursIsRefused() {
    InteractionsBuilder builder = Interactions.builder(1, 50_000_000);
    for (int k = 0; k < 50; k++) {
      builder.add(0, k, 1, k);
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> train(1, builder.build(), Map.of("epochs", 1_000.0)));
    assertTrue(String.valueOf(e.getMessage()).contains("50000000 items"), e.getMessage());
  }

  @Test
  void badShapesAreRefusedAndACancelledTrainingEnds() {
    Interactions data = walks(10);
    assertThrows(IllegalArgumentException.class, () -> train(1, data, Map.of("factors", 40.0)));
    assertThrows(IllegalArgumentException.class, () -> train(1, data, Map.of("heads", 3.0)));
    Progress cancelled =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    SharedPool pool = new SharedPool(1);
    try {
      SequenceTrainer trainer = new SequenceTrainer(pool, InstantSource.fixed(Instant.EPOCH), "1");
      assertThrows(
          TrainingCancelledException.class,
          () -> trainer.train(data, new TrainOptions(Map.of(), 1), cancelled));
      assertEquals(List.of(), trainer.options().stream().filter(o -> o.name().isEmpty()).toList());
    } finally {
      pool.close();
    }
  }
}
