package org.marquetry.recommend.blend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.neighbour.NeighbourTrainer;
import org.marquetry.recommend.popular.PopularTrainer;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class BlendContractTest extends TrainerContract {
  private static final SharedPool POOL = new SharedPool(2);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @Override
  protected Trainer trainer() {
    return new BlendTrainer(
        POOL,
        CLOCK,
        "1",
        List.of(new NeighbourTrainer(POOL, CLOCK, "1"), new PopularTrainer(CLOCK, "1")));
  }

  @AfterAll
  static void close() {
    POOL.close();
  }
}
