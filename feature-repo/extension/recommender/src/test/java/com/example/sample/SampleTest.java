package com.example.sample;

import java.time.Instant;
import java.time.InstantSource;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.tck.TrainerContract;

/// What the suite demands of every trainer.
class SampleTest extends TrainerContract {
  @Override
  protected Trainer trainer() {
    return new SampleTrainer(InstantSource.fixed(Instant.EPOCH));
  }
}
