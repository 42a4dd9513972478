package org.marquetry.recommend.sequence;

import java.io.DataInput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.lib.model.Kept;
import org.marquetry.lib.model.Learning;
import org.marquetry.lib.model.Popularity;
import org.marquetry.math.linear.KernelChoice;
import org.marquetry.math.linear.Kernels;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Trains the self-attentive sequence model of [Network].
@Provider("sequence")
@Component
public final class SequenceTrainer implements Trainer {
  static final int FORMAT = 1;

  private static final double MOST_OPERATIONS = 1e14; // some twenty minutes on two cores

  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public SequenceTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public SequenceTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "sequence";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return SequenceOptions.KNOWN;
  }

  /// @throws IllegalArgumentException also if the catalogue is too large for these histories: each
  ///   place of each is held against every item
  @Override
  public SequenceModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    SequenceOptions options = SequenceOptions.from(learning.options(), given.seed());
    checkCost(interactions, options);
    Kernels chosen = KernelChoice.once().kernels();
    progress.step(new Words("学习历史中的下一件商品", "learning what comes next"));
    Network network = new Network(interactions.items(), options);
    double seconds = new Training(chosen, network, pool, progress).run(interactions);
    Provenance provenance = learning.end("cpu " + chosen.name(), network::print, seconds);
    return new SequenceModel(
        chosen, interactions, network, new Popularity(interactions), provenance);
  }

  @Override
  public SequenceModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    Kept.check(from, FORMAT);
    Network network =
        new Network(
            interactions.items(), SequenceOptions.from(provenance.options(), provenance.seed()));
    for (Group group : network.groups()) {
      float[] value = Kept.floats(from, group.value().length);
      System.arraycopy(value, 0, group.value(), 0, value.length);
    }
    return new SequenceModel(
        KernelChoice.once().kernels(),
        interactions,
        network,
        new Popularity(interactions),
        provenance);
  }

  /// Forward, and back to items and to places: six operations for each number of each pair.
  private static void checkCost(Interactions data, SequenceOptions options) {
    double places = 0;
    for (int u = 0; u < data.users(); u++) {
      places += Math.min(options.length(), data.start(u + 1) - data.start(u));
    }
    double operations = 6 * places * data.items() * options.factors() * options.epochs();
    if (operations > MOST_OPERATIONS) {
      throw new IllegalArgumentException(
          "sequence holds each of %.0f places of histories against each of %d items, %.0e operations, and does at most %.0e; take fewer epochs, a shorter length, or another engine"
              .formatted(places, data.items(), operations, MOST_OPERATIONS));
    }
  }
}
