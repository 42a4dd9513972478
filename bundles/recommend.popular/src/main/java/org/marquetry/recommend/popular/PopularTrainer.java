package org.marquetry.recommend.popular;

import java.io.DataInput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.lib.model.Fingerprint;
import org.marquetry.lib.model.Kept;
import org.marquetry.lib.model.Learning;
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
  static final int FORMAT = 1;

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
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    progress.step(new Words("统计每件商品的用户数", "counting users per item"));
    Popularity popular = new Popularity(interactions);
    Provenance provenance = learning.end(engine(), () -> print(popular, interactions.items()), 0);
    return new PopularModel(interactions, popular, provenance);
  }

  private static String print(Popularity popular, int items) {
    Fingerprint print = new Fingerprint();
    for (int i = 0; i < items; i++) {
      print.put(popular.users(i));
    }
    return print.end();
  }

  @Override
  public PopularModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    Kept.check(from, FORMAT);
    return new PopularModel(interactions, new Popularity(interactions), provenance);
  }
}
