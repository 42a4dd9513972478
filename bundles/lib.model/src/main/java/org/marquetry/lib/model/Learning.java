package org.marquetry.lib.model;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;

/// One training: checks what it is given, and says afterwards how its model came about.
public final class Learning {
  private final Trainer trainer;
  private final String version;
  private final InstantSource clock;
  private final Interactions data;
  private final Map<String, Double> options;
  private final long seed;
  private final long start = System.nanoTime();

  private Learning(
      Trainer trainer, String version, InstantSource clock, Interactions data, TrainOptions given) {
    this.trainer = trainer;
    this.version = version;
    this.clock = clock;
    this.data = data;
    this.options = given.resolve(trainer.options());
    this.seed = given.seed();
  }

  /// Begin; its time counts from here on.
  ///
  /// @param version of the trainer's code
  /// @throws IllegalArgumentException as [Trainer#train] does
  public static Learning begin(
      Trainer trainer, String version, InstantSource clock, Interactions data, TrainOptions given) {
    if (data.entries() == 0) {
      throw new IllegalArgumentException("there is no interaction to learn from");
    }
    return new Learning(trainer, version, clock, data, given);
  }

  /// Every option in effect.
  public Map<String, Double> options() {
    return options;
  }

  /// End it.
  ///
  /// @param engine what computed, with its kernels
  /// @param model gives the fingerprint of what was learned; its time does not count
  /// @param secondsPerEpoch median time of one pass, 0 when there are no passes
  public Provenance end(String engine, Supplier<String> model, double secondsPerEpoch) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Provenance(
        trainer.algorithm(),
        engine,
        version,
        Fingerprint.of(data),
        model.get(),
        options,
        seed,
        clock.instant(),
        Runtime.version().toString(),
        seconds,
        secondsPerEpoch);
  }
}
