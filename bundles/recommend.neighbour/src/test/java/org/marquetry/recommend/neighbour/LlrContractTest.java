package org.marquetry.recommend.neighbour;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class LlrContractTest extends TrainerContract {
  private static final SharedPool POOL = new SharedPool(2);

  @Override
  protected Trainer trainer() {
    return new LlrTrainer(POOL, InstantSource.fixed(Instant.EPOCH), "1");
  }

  @AfterAll
  static void close() {
    POOL.close();
  }
}
