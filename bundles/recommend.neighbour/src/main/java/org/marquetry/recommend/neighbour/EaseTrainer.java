package org.marquetry.recommend.neighbour;

import java.io.DataInput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.lib.model.Fingerprint;
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

/// Learns for each item which others speak for it, all at once and in closed form: the best linear
/// model of items by items whose diagonal is zero. For catalogues whose square fits the memory.
///
/// With `P = (X'X + regularisation I)^-1` the weights are `B(i, j) = -P(i, j) / P(j, j)`.
///
/// Source: Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019, eq. 8.
@Provider("ease")
@Component
public final class EaseTrainer implements Trainer {
  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public EaseTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public EaseTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "ease";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return EaseOptions.KNOWN;
  }

  /// @throws IllegalArgumentException also if the square of the catalogue would take more than half
  ///   of the memory
  @Override
  public EaseModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    EaseOptions options = EaseOptions.from(learning.options());
    checkFits(interactions.items(), Runtime.getRuntime().maxMemory() / 2);
    Kernels chosen = KernelChoice.once().kernels();
    progress.step(new Words("求解商品间的权重", "solving for the weights between items"));
    Tiles matrix = counts(interactions, (float) options.regularisation());
    matrix.invert(chosen, pool, progress::cancelled);
    Provenance provenance =
        learning.end("cpu " + chosen.name(), () -> print(matrix, interactions.items()), 0);
    Popularity popular = new Popularity(interactions);
    return new EaseModel(chosen, interactions, matrix, options.recency(), popular, provenance);
  }

  @Override
  public EaseModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    double recency = EaseOptions.from(provenance.options()).recency();
    Kernels chosen = KernelChoice.once().kernels();
    return EaseModel.read(chosen, from, interactions, recency, provenance);
  }

  static void checkFits(int items, long bytes) {
    if (Tiles.bytes(items) > bytes) {
      throw new IllegalArgumentException(
          "ease keeps a square of all items: %d items take %d MB, and there are %d; give more memory or take another engine"
              .formatted(items, Tiles.bytes(items) >> 20, bytes >> 20));
    }
  }

  /// How many users had both items; on the diagonal how many had one, and the regularisation.
  private static Tiles counts(Interactions data, float regularisation) {
    Tiles counts = new Tiles(data.items());
    for (int u = 0; u < data.users(); u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        for (long j = data.start(u); j < data.start(u + 1); j++) {
          counts.add(data.item(k), data.item(j), 1);
        }
      }
    }
    for (int i = 0; i < data.items(); i++) {
      counts.add(i, i, regularisation);
    }
    return counts;
  }

  private static String print(Tiles matrix, int items) {
    Fingerprint print = new Fingerprint();
    for (int i = 0; i < items; i++) {
      for (int j = 0; j < items; j++) {
        print.put(matrix.get(i, j));
      }
    }
    return print.end();
  }
}
