package org.marquetry.recommend.blend;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.marquetry.lib.model.Fingerprint;
import org.marquetry.lib.model.Learning;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains every other engine without the latest items of some users, learns by those items how much
/// each engine should say, and trains those that help again on all. An engine that does not help,
/// however deep, is not served.
@Provider("blend")
@Component
public final class BlendTrainer implements Trainer {
  private static final Logger log = LoggerFactory.getLogger(BlendTrainer.class);
  private static final String ALGORITHM = "blend";
  private static final int USERS_A_PIECE = 32;

  private final ComputePool pool;
  private final InstantSource clock;
  private final String version;

  /// Engines come and go with their bundles; this one is among them.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  @Activate
  public BlendTrainer(
      BundleContext context, @Reference ComputePool pool, @Reference InstantSource clock) {
    this(pool, clock, context.getBundle().getVersion().toString(), List.of());
  }

  /// Make a trainer outside the framework, for tests and tools.
  public BlendTrainer(
      ComputePool pool, InstantSource clock, String version, List<Trainer> trainers) {
    this.pool = pool;
    this.clock = clock;
    this.version = version;
    this.trainers = trainers;
  }

  @Override
  public String algorithm() {
    return ALGORITHM;
  }

  @Override
  public String engine() {
    return "cpu";
  }

  @Override
  public List<TrainOption> options() {
    return BlendOptions.KNOWN;
  }

  /// The provenance tells the weight of each engine as an option `weight.ENGINE`, 0 for one that is
  /// not served.
  @Override
  public BlendModel train(Interactions interactions, TrainOptions given, Progress progress) {
    Learning learning = Learning.begin(this, version, clock, interactions, given);
    BlendOptions options = BlendOptions.from(learning.options());
    List<Trainer> engines = engines();
    double[] weight = weights(engines, interactions, options, given.seed(), progress);
    List<BlendModel.Part> parts = new ArrayList<>();
    for (int e : IntStream.range(0, weight.length).boxed().sorted(heaviest(weight)).toList()) {
      learning.options().put("weight." + engines.get(e).algorithm(), weight[e]);
      if (weight[e] > 0) {
        Model model = engines.get(e).train(interactions, standard(given.seed()), progress);
        parts.add(new BlendModel.Part(model, weight[e]));
      }
    }
    return new BlendModel(parts, options.depth(), learning.end(engine(), () -> print(parts), 0));
  }

  private static Comparator<Integer> heaviest(double[] weight) {
    return Comparator.comparingDouble((Integer e) -> -weight[e]);
  }

  private static TrainOptions standard(long seed) {
    return new TrainOptions(Map.of(), seed);
  }

  private List<Trainer> engines() {
    List<Trainer> engines =
        trainers.stream()
            .filter(t -> t.engine().equals(engine()) && !t.algorithm().equals(ALGORITHM))
            .sorted(Comparator.comparing(Trainer::algorithm))
            .toList();
    if (engines.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no engine to blend: install one, such as the feature recommend");
    }
    return engines;
  }

  /// @return one for each engine; all alike when nobody has enough of a history to hold out from
  private double[] weights(
      List<Trainer> engines,
      Interactions data,
      BlendOptions options,
      long seed,
      Progress progress) {
    HeldOut held = HeldOut.of(data, options.users(), seed);
    if (held.isEmpty()) {
      return engines.stream().mapToDouble(e -> 1.0 / engines.size()).toArray();
    }
    List<List<Map<Integer, Float>>> lists = new ArrayList<>(); // of each engine, of each user
    for (Trainer engine : engines) {
      lists.add(lists(engine, held, options.depth(), standard(seed), progress));
    }
    progress.step(new Words("学习各引擎的权重", "learning how much each engine says"));
    List<Candidates> users = new ArrayList<>();
    for (int u = 0; u < held.users().size(); u++) {
      int user = u;
      users.add(
          Candidates.of(
              lists.stream().map(l -> l.get(user)).toList(), held.wanted().get(u), options.list()));
    }
    Weights weights = new Weights(users, options.list(), pool);
    double[] weight = weights.learn(engines.size());
    for (int e = 0; e < weight.length; e++) {
      double[] alone = new double[weight.length];
      alone[e] = 1;
      log.info(
          "{}: NDCG@{} {} on held-out items, weight {}",
          engines.get(e).algorithm(),
          options.list(),
          weights.quality(alone),
          weight[e]);
    }
    log.info("blend: NDCG@{} {}", options.list(), weights.quality(weight));
    return weight;
  }

  /// @return empty lists of an engine that cannot learn from such data, so that it has no say
  private List<Map<Integer, Float>> lists(
      Trainer engine, HeldOut held, int depth, TrainOptions options, Progress progress) {
    try (Model model = engine.train(held.rest(), options, progress)) {
      return lists(model, held, depth);
    } catch (IllegalArgumentException cannot) {
      log.info("{} is left out: {}", engine.algorithm(), cannot.getMessage());
      return Collections.nCopies(held.users().size(), Map.of());
    }
  }

  private List<Map<Integer, Float>> lists(Model model, HeldOut held, int depth) {
    int users = held.users().size();
    List<Map<Integer, Float>> lists = new ArrayList<>(Collections.nCopies(users, Map.of()));
    pool.parallel(
        Math.ceilDiv(users, USERS_A_PIECE),
        piece -> {
          int from = piece * USERS_A_PIECE;
          for (int u = from; u < Math.min(users, from + USERS_A_PIECE); u++) {
            lists.set(u, Scores.of(model.top(held.users().get(u), depth)));
          }
        });
    return lists;
  }

  private static String print(List<BlendModel.Part> parts) {
    Fingerprint print = new Fingerprint();
    for (BlendModel.Part part : parts) {
      part.model().provenance().modelHash().chars().forEach(print::put);
      print.put((float) part.weight());
    }
    return print.end();
  }
}
