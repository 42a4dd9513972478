package org.marquetry.recommend.popular;

import java.time.Instant;
import java.time.InstantSource;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

class PopularContractTest extends TrainerContract {
  @Override
  protected Trainer trainer() {
    return new PopularTrainer(InstantSource.fixed(Instant.EPOCH), "1");
  }
}
