package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobFailed;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.core.rules.RuleStore;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.recommend.spi.TrainingCancelledException;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Tells what each rule cost on the last 30 days that events tell of: learns from all before, with
/// the algorithm that answers, and holds the lists of that moment against what was bought since.
@Component
public final class RuleCostJob implements JobHandler {
  static final String KIND = "recommend.cost";
  private static final int MOST_RULES = 200; // what a job's result holds

  private final Warehouse warehouse;
  private final Recommendations recommendations;
  private final RuleStore store;
  private final Shelf shelf;

  /// Engines come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  @Activate
  public RuleCostJob(
      @Reference Warehouse warehouse,
      @Reference(target = "(marquetry.provider=core)") Recommendations recommendations,
      @Reference RuleStore store,
      @Reference Shelf shelf) {
    this(warehouse, recommendations, store, shelf, List.of());
  }

  /// Make it outside the framework, for tests.
  RuleCostJob(
      Warehouse warehouse,
      Recommendations recommendations,
      RuleStore store,
      Shelf shelf,
      List<Trainer> trainers) {
    this.warehouse = warehouse;
    this.recommendations = recommendations;
    this.store = store;
    this.trainers = trainers;
    this.shelf = shelf;
  }

  static JobRequest request() {
    return JobRequest.of(KIND, "rules");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("计算推荐规则的代价", "Telling what the rules of recommendations cost");
  }

  /// `people`, `hits`, `from`, `until`, `currency`; and for each rule its id with lost hits, half
  /// of their interval, and lost money, parted by blanks.
  @Override
  public Map<String, String> run(JobContext job) {
    try {
      return Actor.SYSTEM.call(() -> measured(job)).orElseThrow(RuleCostJob::tooLittle);
    } catch (TrainingCancelledException e) {
      throw new JobStopped();
    }
  }

  private static JobFailed tooLittle() {
    return new JobFailed(
        new Words(
            "最近 30 天之前没有可学习的事件，或尚未学到模型",
            "there is no model, or nothing to learn from before the last 30 days"));
  }

  private Optional<Map<String, String>> measured(JobContext job) {
    Optional<LastMonth> month = LastMonth.of(warehouse);
    Optional<ModelCard> card = recommendations.card();
    if (month.isEmpty() || card.isEmpty()) {
      return Optional.empty();
    }
    Instant from = month.get().from();
    String currency = month.get().currency();
    return learn(card.get(), from, job)
        .map(learned -> {
          try (Model _ = learned.model()) {
            job.step(new Words("对照之后的购买", "holding the lists against what was bought"));
            List<SavedRule> rules = store.newest().list().stream().limit(MOST_RULES).toList();
            return new RuleCosts(learned, rules, shelf, from)
                .measure(RuleCosts.bought(warehouse, from, currency), job::cancelled)
                .map(report -> result(report, month.get()))
                .orElseThrow(JobStopped::new);
          }
        });
  }

  private Optional<Learned> learn(ModelCard card, Instant from, JobContext job) {
    TrainRequest usual = TrainRequest.standard();
    job.step(new Words("读取事件", "reading events"));
    Optional<Trainer> trainer =
        trainers.stream()
            .filter(t -> t.engine().equals(CoreRecommendations.ENGINE))
            .filter(t -> t.algorithm().equals(card.provenance().algorithm()))
            .findFirst();
    return trainer.flatMap(t ->
        EventHistory.read(warehouse, usual.strengths(), from)
            .map(history ->
                new Learned(history, t.train(history.pairs(), usual.options(), job), card)));
  }

  private static Map<String, String> result(RuleCosts.Report report, LastMonth month) {
    Map<String, String> result = new HashMap<>();
    result.put("people", Integer.toString(report.people()));
    result.put("hits", Long.toString(report.hits()));
    result.put("from", month.from().toString());
    result.put("until", month.until().toString());
    result.put("currency", month.currency());
    report
        .rules()
        .forEach((id, cost) ->
            result.put(
                id,
                String.format(
                    Locale.ROOT, "%d %.1f %d", cost.hits(), cost.within(), cost.minor())));
    return result;
  }
}
