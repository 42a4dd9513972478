package org.marquetry.recommend.popular;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.model.Fingerprint;
import org.marquetry.lib.model.Popularity;
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

/// Counts users per item.
@Provider("popular")
@Component
public final class PopularTrainer implements Trainer {
  private final InstantSource clock;
  private final String version;

  @Activate
  public PopularTrainer(BundleContext context, @Reference InstantSource clock) {
    this(clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public PopularTrainer(InstantSource clock, String version) {
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "popular";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return List.of();
  }

  @Override
  public PopularModel train(Interactions interactions, TrainOptions given, Progress progress) {
    if (interactions.entries() == 0) {
      throw new IllegalArgumentException("there is no interaction to learn from");
    }
    Map<String, Double> all = given.resolve(options());
    progress.step(new Words("统计每件商品的用户数", "counting users per item"));
    long start = System.nanoTime();
    Popularity popular = new Popularity(interactions);
    double seconds = (System.nanoTime() - start) / 1e9;
    Fingerprint print = new Fingerprint();
    for (int i = 0; i < interactions.items(); i++) {
      print.put(popular.users(i));
    }
    Provenance provenance =
        new Provenance(
            algorithm(),
            engine(),
            version,
            Fingerprint.of(interactions),
            print.end(),
            all,
            given.seed(),
            clock.instant(),
            Runtime.version().toString(),
            seconds,
            0);
    return new PopularModel(interactions, popular, provenance);
  }
}
