package org.marquetry.recommend.mf;

import org.junit.jupiter.api.AfterAll;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class MfContractTest extends TrainerContract {
  private static final SharedPool POOL = new SharedPool(2);

  @Override
  protected Trainer trainer() {
    return Samples.trainer(POOL);
  }

  @AfterAll
  static void close() {
    POOL.close();
  }
}
