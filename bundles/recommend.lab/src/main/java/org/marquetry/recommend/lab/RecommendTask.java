package org.marquetry.recommend.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.TrainTest;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Provenance;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Measures one algorithm's lists on rows of the user's own, over the full catalogue.
@Provider("recommend")
@Component
public final class RecommendTask implements LabTask {
  private static final int USERS_A_PIECE = 32;

  private final ComputePool pool;

  /// Algorithms come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  @Activate
  public RecommendTask(@Reference ComputePool pool) {
    this(pool, List.of());
  }

  /// Make the task outside the framework, for tests and tools.
  public RecommendTask(ComputePool pool, List<Trainer> trainers) {
    this.pool = pool;
    this.trainers = trainers;
  }

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String summary() {
    return "lists of a recommender on user,item[,weight][,time]";
  }

  @Override
  public List<LabOption> options() {
    return List.of(
        new LabOption("engine", "cpu|cuda", "what computes (cpu)"),
        new LabOption("algorithm", "NAME", "what learns (ials); best: all together"),
        new LabOption("factors", "N", "length of a factor vector"),
        new LabOption("epochs", "N", "passes over the data"),
        new LabOption("options", "NAME=NUMBER,...", "other options of the algorithm"),
        new LabOption("k", "N", "length of the lists (20)"),
        new LabOption(
            "segments",
            "history|COLUMN,...",
            "tell parts of the users too: thirds by length of history, values of a column"),
        LabOption.flag("reliability", "tell the points of the reliability curve of p"));
  }

  @Override
  public LabResult run(LabInput input, Progress progress) {
    Trainer trainer =
        TrainerChoice.of(
            trainers, input.text("engine").orElse("cpu"), input.text("algorithm").orElse("ials"));
    Map<String, Double> values = TrainerChoice.values(trainer, input);
    int k = input.integer("k", 20, 1, 1000);
    TrainOptions options = new TrainOptions(values, input.seed());
    Segments segments = new Segments(input.text("segments"));
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Interval> intervals = new LinkedHashMap<>();
    Measured measured = new Measured(k, input.seed(), metrics, intervals);
    Map<String, Double> ofSplits = new TreeMap<>(); // means
    long rows = 0;
    Probabilities probabilities = new Probabilities();
    List<TrainTest> pairs = input.splitsWithin("user");
    Map<String, Double> inEffect = Map.of();
    for (TrainTest pair : pairs) {
      Scenario scenario = scenario(pair, input);
      rows = Math.max(rows, scenario.rows());
      try (Model model = train(trainer, scenario, options, progress)) {
        Map<Integer, List<ScoredItem>> lists =
            lists(model, scenario, scenario.asked(segments.hasStrangers()), k, progress);
        Exposure exposure = measure(lists, scenario, segments, k, measured);
        probabilities.collect(model, scenario, k, input.seed(), pool);
        Provenance provenance = model.provenance();
        Map.of(
                "coverage", exposure.coverage(scenario.past()),
                "gini", exposure.gini(scenario.past()),
                "usersWithoutHistory", (double) scenario.strangers(),
                "itemsWithoutHistory", (double) scenario.newItems(),
                "secondsPerEpoch", provenance.secondsPerEpoch())
            .forEach((name, value) -> ofSplits.merge(name, value / pairs.size(), Double::sum));
        inEffect = provenance.options();
      }
    }
    measured.tell();
    probabilities.tell(k, input.seed(), input.flag("reliability"), metrics, intervals);
    metrics.putAll(ofSplits);
    metrics.put("users", (double) measured.users());
    measured.tellParts();
    Map<String, Object> all = TrainerChoice.readable(trainer, inEffect);
    all.put("k", k);
    return new LabResult(metrics, intervals, trainer.engine(), trainer.algorithm(), all, rows);
  }

  private static Model train(
      Trainer trainer, Scenario scenario, TrainOptions options, Progress progress) {
    try {
      return trainer.train(scenario.train(), options, progress);
    } catch (IllegalArgumentException e) {
      throw new LabInputException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Scenario scenario(TrainTest pair, LabInput input) {
    if (input.flag("leave-last")) {
      return Scenario.leaveLast(pair);
    }
    return input.flag("split-time") ? Scenario.later(pair) : Scenario.of(pair);
  }

  private Map<Integer, List<ScoredItem>> lists(
      Model model, Scenario scenario, int[] users, int k, Progress progress) {
    progress.step(new Words("为每位用户排列商品", "ranking the catalogue for each user"));
    Map<Integer, List<ScoredItem>> lists = new TreeMap<>();
    pool.parallel(
        (users.length + USERS_A_PIECE - 1) / USERS_A_PIECE,
        piece -> {
          int from = piece * USERS_A_PIECE;
          for (int n = from; n < Math.min(users.length, from + USERS_A_PIECE); n++) {
            List<ScoredItem> list = scenario.list(model, users[n], k);
            synchronized (lists) {
              lists.put(users[n], list);
            }
          }
        });
    return lists;
  }

  /// Compare with what is to be found; users without a history are a part of their own only.
  private static Exposure measure(
      Map<Integer, List<ScoredItem>> lists,
      Scenario scenario,
      Segments segments,
      int k,
      Measured measured) {
    Past past = scenario.past();
    List<Integer> known = lists.keySet().stream().filter(past::knows).toList();
    if (known.isEmpty()) {
      throw new LabInputException(
          "no user with training rows has test items that are not among the training items");
    }
    Map<Integer, List<String>> parts = segments.of(known, scenario);
    Exposure exposure = new Exposure(scenario.history().items());
    lists.forEach((user, list) -> {
      ListQuality quality = ListQuality.of(list, scenario.test().get(user), k);
      if (past.knows(user)) {
        exposure.add(list);
        measured.add(
            new Measured.User(past.length(user), quality, ListNovelty.of(list, past, user)),
            parts.getOrDefault(user, List.of()));
      } else {
        measured.add(new Measured.User(0, quality, Optional.empty()), List.of(Segments.NONE));
      }
    });
    return exposure;
  }
}
