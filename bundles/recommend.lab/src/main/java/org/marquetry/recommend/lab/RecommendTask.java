package org.marquetry.recommend.lab;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
    List<ListQuality> users = new ArrayList<>();
    double coverage = 0;
    double secondsPerEpoch = 0;
    long rows = 0;
    Probabilities probabilities = new Probabilities();
    List<TrainTest> pairs = input.splitsWithin("user");
    Map<String, Double> inEffect = Map.of();
    for (TrainTest pair : pairs) {
      Scenario scenario = input.flag("leave-last") ? Scenario.leaveLast(pair) : Scenario.of(pair);
      rows = Math.max(rows, scenario.rows());
      try (Model model = train(trainer, scenario, options, progress)) {
        BitSet shown = new BitSet();
        users.addAll(measure(model, scenario, k, shown, progress));
        probabilities.collect(model, scenario, k, input.seed(), pool);
        Provenance provenance = model.provenance();
        coverage += (double) shown.cardinality() / scenario.train().items() / pairs.size();
        secondsPerEpoch += provenance.secondsPerEpoch() / pairs.size();
        inEffect = provenance.options();
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    Map<String, Interval> intervals = new LinkedHashMap<>();
    summarise(users, k, input.seed(), metrics, intervals);
    probabilities.tell(k, input.seed(), input.flag("reliability"), metrics, intervals);
    metrics.put("coverage", coverage);
    metrics.put("secondsPerEpoch", secondsPerEpoch);
    metrics.put("users", (double) users.size());
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

  /// Rank for every user with items to find; `shown` collects what appeared in any list.
  private List<ListQuality> measure(
      Model model, Scenario scenario, int k, BitSet shown, Progress progress) {
    progress.step(new Words("为每位用户排列商品", "ranking the catalogue for each user"));
    int users = scenario.test().size();
    Map<Integer, List<ScoredItem>> lists = new HashMap<>();
    pool.parallel(
        (users + USERS_A_PIECE - 1) / USERS_A_PIECE,
        piece -> {
          int from = piece * USERS_A_PIECE;
          for (int u = from; u < Math.min(users, from + USERS_A_PIECE); u++) {
            if (scenario.test().get(u).length > 0) {
              List<ScoredItem> list = scenario.list(model, u, k);
              synchronized (lists) {
                lists.put(u, list);
              }
            }
          }
        });
    if (lists.isEmpty()) {
      throw new LabInputException("no user has test items that are not among the training items");
    }
    List<ListQuality> qualities = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      List<ScoredItem> list = lists.get(u);
      if (list != null) {
        list.forEach(item -> shown.set(item.item()));
        qualities.add(ListQuality.of(list, scenario.test().get(u), k));
      }
    }
    return qualities;
  }

  private static void summarise(
      List<ListQuality> users,
      int k,
      long seed,
      Map<String, Double> metrics,
      Map<String, Interval> intervals) {
    Map<String, ToDoubleFunction<ListQuality>> all = new LinkedHashMap<>();
    all.put("recall", ListQuality::recall);
    all.put("precision", ListQuality::precision);
    all.put("hr", ListQuality::hr);
    all.put("map", ListQuality::map);
    all.put("ndcg", ListQuality::ndcg);
    all.forEach((name, value) -> {
      Interval interval = Bootstrap.ofMean(users.stream().mapToDouble(value).toArray(), seed);
      metrics.put(name + "@" + k, interval.estimate());
      intervals.put(name + "@" + k, interval);
    });
  }
}
