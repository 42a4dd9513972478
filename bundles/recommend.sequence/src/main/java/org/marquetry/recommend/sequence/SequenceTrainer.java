package org.marquetry.recommend.sequence;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.model.Fingerprint;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains the self-attentive sequence model of [Network].
@Provider("sequence")
@Component
public final class SequenceTrainer implements Trainer {
  private static final Logger log = LoggerFactory.getLogger(SequenceTrainer.class);

  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;
  private @Nullable Kernels kernels;

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

  @Override
  public SequenceModel train(Interactions interactions, TrainOptions given, Progress progress) {
    if (interactions.entries() == 0) {
      throw new IllegalArgumentException("there is no interaction to learn from");
    }
    Map<String, Double> all = given.resolve(SequenceOptions.KNOWN);
    SequenceOptions options = SequenceOptions.from(all, given.seed());
    Kernels chosen = kernels();
    progress.step(new Words("学习历史中的下一件商品", "learning what comes next"));
    long start = System.nanoTime();
    Network network = new Network(interactions.items(), options);
    double[] epochs = new Training(chosen, network, pool, progress).run(interactions);
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(epochs);
    Provenance provenance =
        new Provenance(
            algorithm(),
            "cpu " + chosen.name(),
            version,
            Fingerprint.of(interactions),
            network.print(),
            all,
            given.seed(),
            clock.instant(),
            Runtime.version().toString(),
            seconds,
            epochs[epochs.length / 2]);
    return new SequenceModel(
        chosen, interactions, network, new Popularity(interactions), provenance);
  }

  private synchronized Kernels kernels() {
    Kernels chosen = kernels;
    if (chosen == null) {
      KernelChoice choice = KernelChoice.measure();
      log.info("{}", choice.reason());
      chosen = choice.kernels();
      kernels = chosen;
    }
    return chosen;
  }
}
