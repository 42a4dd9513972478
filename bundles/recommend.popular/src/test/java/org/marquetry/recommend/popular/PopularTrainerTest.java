package org.marquetry.recommend.popular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;

class PopularTrainerTest {
  private static final TrainOptions DEFAULTS = new TrainOptions(Map.of(), 1);

  private final PopularTrainer trainer =
      new PopularTrainer(InstantSource.fixed(Instant.EPOCH), "1");
  private final Interactions data =
      Interactions.builder(4, 4)
          .add(0, 1, 1)
          .add(1, 1, 9)
          .add(2, 1, 1)
          .add(0, 2, 1)
          .add(1, 2, 1)
          .add(3, 0, 50)
          .build();

  @Test
  void usersAreCountedNotWeights() {
    var top = trainer.train(data, DEFAULTS, Progress.NONE).top(2, 3);
    assertEquals(List.of(new ScoredItem(2, 0.5), new ScoredItem(0, 0.25)), top);
  }

  @Test
  void aStrangerGetsTheBestOfAll() {
    Interactions stranger = Interactions.builder(1, 4).build();
    var top = trainer.train(data, DEFAULTS, Progress.NONE).topFor(stranger, 1);
    assertEquals(List.of(new ScoredItem(1, 0.75)), top);
  }

  @Test
  void unknownOptionsAreRefused() {
    var options = new TrainOptions(Map.of("factors", 3.0), 1);
    assertThrows(IllegalArgumentException.class, () -> trainer.train(data, options, Progress.NONE));
  }
}
