package org.marquetry.recommend.neighbour;

import java.io.DataInput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.lib.model.Learning;
import org.marquetry.lib.model.Popularity;
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

/// Counts which items stand near each other in the histories: item-based nearest neighbours whose
/// similarity falls with the distance in a history, and whose history counts the less the older it
/// is. It learns in one pass; histories in order of time are what it is good at.
///
/// Source: Deshpande, Karypis, Item-based top-N recommendation algorithms, ACM TOIS 22, 2004, with
/// the decay of Ludewig, Jannach, Evaluation of session-based recommendation algorithms, UMUAI 28,
/// 2018 (their s-SKNN and v-SKNN).
@Provider("knn")
@Component
public final class NeighbourTrainer implements Trainer {
  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public NeighbourTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public NeighbourTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "knn";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return NeighbourOptions.KNOWN;
  }

  @Override
  public NeighbourModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    NeighbourOptions options = NeighbourOptions.from(learning.options());
    progress.step(new Words("统计相邻商品", "counting what stands near"));
    Places places = Places.of(interactions);
    Followers followers =
        Followers.of(interactions.items(), () -> new NearCounter(places, options), pool);
    Popularity popular = new Popularity(interactions);
    Provenance provenance = learning.end(engine(), () -> followers.print(popular), 0);
    return new NeighbourModel(interactions, followers, options.recency(), popular, provenance);
  }

  @Override
  public NeighbourModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    double recency = NeighbourOptions.from(provenance.options()).recency();
    return NeighbourModel.read(from, interactions, recency, provenance);
  }
}
