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

/// Finds the items that the same users had more often than chance explains: bought together, viewed
/// also. What an item says for another is the root of the log-likelihood ratio of the two, so a
/// pair of rare items weighs little until it was seen often enough. It learns in one pass; for a
/// basket of one item its list is that item's company, most surprising first.
///
/// Source: [LogLikelihood], with the cut of long histories of Schelter, Boden, Markl, Scalable
/// Similarity-Based Neighborhood Methods with MapReduce, RecSys 2012; theirs is by chance, here the
/// latest stay.
@Provider("llr")
@Component
public final class LlrTrainer implements Trainer {
  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  @Activate
  public LlrTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public LlrTrainer(ComputePool pool, InstantSource clock, String version) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public String algorithm() {
    return "llr";
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return LlrOptions.KNOWN;
  }

  @Override
  public NeighbourModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    LlrOptions options = LlrOptions.from(learning.options());
    progress.step(new Words("统计一同出现的商品", "counting what comes together"));
    Places places = Places.latest(interactions, options.history());
    int users = places.users();
    Followers followers =
        Followers.of(interactions.items(), () -> new TogetherCounter(places, options, users), pool);
    Popularity popular = new Popularity(interactions);
    Provenance provenance = learning.end(engine(), () -> followers.print(popular), 0);
    return new NeighbourModel(interactions, followers, options.recency(), popular, provenance);
  }

  @Override
  public NeighbourModel read(DataInput from, Interactions interactions, Provenance provenance)
      throws IOException {
    double recency = LlrOptions.from(provenance.options()).recency();
    return NeighbourModel.read(from, interactions, recency, provenance);
  }
}
