package org.marquetry.recommend.mf.descent;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.model.Learning;
import org.marquetry.math.linear.KernelChoice;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Trains `logistic`: [Logistic] matrix factorisation, which gives probabilities.
@Provider("logistic")
@Component
public final class LogisticTrainer implements Trainer {
  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public LogisticTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public LogisticTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "logistic";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return DescentOptions.LOGISTIC;
  }

  @Override
  public DescentModel train(Interactions data, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, data, given);
    DescentOptions options = DescentOptions.from(learning.options(), given.seed());
    Pairs pairs = new Pairs(data, options.validation(), options.seed());
    Grid grid = new Grid(data, pairs);
    Logistic logistic = Logistic.of(data, pairs, grid.present(), options, pool);
    Descent descent = new Descent(KernelChoice.once().kernels(), pool, options, progress);
    Descent.Outcome outcome =
        descent.learn(grid, pairs, logistic, logistic.start(data, pairs, grid.present(), options));
    return new DescentModel(
        KernelChoice.once().kernels(),
        data,
        outcome.parameters(),
        options,
        logistic,
        Optional.of(logistic.chance(outcome.parameters(), KernelChoice.once().kernels())),
        outcome.end(learning, KernelChoice.once().kernels()));
  }
}
