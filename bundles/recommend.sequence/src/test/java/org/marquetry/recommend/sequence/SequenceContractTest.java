package org.marquetry.recommend.sequence;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class SequenceContractTest extends TrainerContract {
  private static final SharedPool POOL = new SharedPool(2);
  private static final SequenceTrainer TRAINER =
      new SequenceTrainer(POOL, InstantSource.fixed(Instant.EPOCH), "1");

  @Override
  protected Trainer trainer() {
    return TRAINER;
  }

  @AfterAll
  static void close() {
    POOL.close();
  }
}
