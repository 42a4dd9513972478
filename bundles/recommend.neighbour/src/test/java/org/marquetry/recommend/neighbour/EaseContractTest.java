package org.marquetry.recommend.neighbour;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class EaseContractTest extends TrainerContract {
  private static final SharedPool POOL = new SharedPool(2);
  private static final EaseTrainer TRAINER =
      new EaseTrainer(POOL, InstantSource.fixed(Instant.EPOCH), "1");

  @Override
  protected Trainer trainer() {
    return TRAINER;
  }

  @AfterAll
  static void close() {
    POOL.close();
  }
}
