package org.marquetry.recommend.mf;

import java.io.DataInput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.marquetry.lib.model.Kept;
import org.marquetry.lib.model.Learning;
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

/// Trains `ials` on the CPU.
@Provider("mf")
@Component
public final class MfTrainer implements Trainer {
  static final int FORMAT = 1;

  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public MfTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public MfTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "ials";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return AlsOptions.KNOWN;
  }

  @Override
  public MfModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Kernels chosen = KernelChoice.once().kernels();
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    AlsOptions options = AlsOptions.from(learning.options(), given.seed(), interactions);
    Confidence confidence = Confidence.of(options, interactions);
    progress.step(
        new Words(
            "学习 " + options.factors() + " 个因子", "learning " + options.factors() + " factors"));
    Factors factors =
        new Als(chosen, pool, options, progress).learn(Csr.of(interactions, confidence));
    Provenance provenance =
        learning.end("cpu " + chosen.name(), factors::print, factors.secondsPerEpoch());
    return new MfModel(chosen, interactions, factors, options, confidence, provenance);
  }

  @Override
  public MfModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    Kept.check(from, FORMAT);
    Kernels chosen = KernelChoice.once().kernels();
    AlsOptions options =
        AlsOptions.from(new HashMap<>(provenance.options()), provenance.seed(), interactions);
    Confidence confidence =
        new Confidence(options.alpha(), options.weightPower(), from.readDouble());
    double secondsPerEpoch = from.readDouble();
    FactorStore items = FactorStore.read(from, interactions.items(), options.factors());
    Factors factors =
        new Als(chosen, pool, options, Progress.NONE)
            .fit(Csr.of(interactions, confidence), items, secondsPerEpoch);
    return new MfModel(chosen, interactions, factors, options, confidence, provenance);
  }
}
