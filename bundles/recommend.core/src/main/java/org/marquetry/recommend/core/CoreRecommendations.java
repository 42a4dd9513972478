package org.marquetry.recommend.core;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Standing;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.api.Whom;
import org.marquetry.recommend.core.rules.RuleStore;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.Trainer;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recommendations from what one of the installed trainers learned of the shop's events. Keeps one
/// model in memory.
@Provider("core")
@Component
public final class CoreRecommendations implements Recommendations {
  static final int MOST = 1000;

  /// With fewer pairs than this nothing can be told from chance.
  private static final long NEEDED = 10;

  static final String ENGINE = "cpu";
  private static final Logger log = LoggerFactory.getLogger(CoreRecommendations.class);

  private final Warehouse warehouse;
  private final InstantSource clock;
  private final Shelf shelf;
  private final Serving serving = new Serving();

  /// Engines come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  /// Away where the operational store is: learning goes on without it.
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable Jobs jobs;

  /// As jobs are; but nothing is answered without the rules.
  private volatile @Nullable Supplier<List<SavedRule>> rules;

  @Activate
  public CoreRecommendations(
      @Reference Warehouse warehouse, @Reference InstantSource clock, @Reference Shelf shelf) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.shelf = shelf;
    trainers = List.of();
  }

  /// Make the service outside the framework, for tests and tools.
  CoreRecommendations(
      Warehouse warehouse,
      Jobs jobs,
      InstantSource clock,
      Supplier<List<SavedRule>> rules,
      List<Trainer> trainers) {
    this(warehouse, clock, new Shelf(warehouse));
    this.jobs = jobs;
    this.rules = rules;
    this.trainers = trainers;
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void setStore(RuleStore store) {
    rules = store.newest()::list;
  }

  void unsetStore(RuleStore store) {
    rules = null;
  }

  @Deactivate
  void stop() {
    serving.close();
  }

  private List<SavedRule> rules() {
    return there(rules, "the rules of recommendations").get();
  }

  private static <T> T there(@Nullable T service, String what) {
    if (service == null) {
      throw new ProviderMissing(what + ": the operational store is away");
    }
    return service;
  }

  private List<Trainer> here() {
    return trainers.stream().filter(t -> t.engine().equals(ENGINE)).toList();
  }

  @Override
  public List<String> algorithms() {
    return here().stream().map(Trainer::algorithm).sorted().toList();
  }

  @Override
  public String startTraining(Optional<String> algorithm) {
    algorithm.ifPresent(this::trainer);
    return there(jobs, "jobs").start(TrainJob.request(algorithm, 1));
  }

  private Trainer trainer(String algorithm) {
    return here().stream()
        .filter(t -> t.algorithm().equals(algorithm))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "algorithm " + algorithm + " is not installed; there are " + algorithms()));
  }

  @Override
  public TrainResult train(TrainRequest request, Progress progress) {
    Trainer trainer = trainer(request.algorithm());
    progress.step(new Words("读取事件", "reading events"));
    Optional<EventHistory> read = EventHistory.read(warehouse, request.strengths());
    long found = read.map(h -> h.pairs().entries()).orElse(0L);
    if (read.isEmpty() || found < NEEDED) {
      return new TrainResult.TooFewInteractions(found, NEEDED);
    }
    EventHistory history = read.get();
    Model model = trainer.train(history.pairs(), request.options(), progress);
    ModelCard card =
        new ModelCard(
            history.customers().size(), history.products().size(), found, model.provenance());
    serving.replace(new Learned(history, model, card));
    log.info(
        "{} learned {} customers x {} products from {} pairs in {} s",
        trainer.algorithm(),
        card.customers(),
        card.products(),
        found,
        Math.round(model.provenance().seconds() * 100) / 100.0);
    return new TrainResult.Trained(card);
  }

  @Override
  public List<Recommendation> recommend(CustomerId customer, int limit) {
    return recommend(new Whom.Customer(customer), limit);
  }

  @Override
  public List<Recommendation> recommendFor(List<ProductId> products, int limit) {
    return recommend(new Whom.Session(products), limit);
  }

  private List<Recommendation> recommend(Whom whom, int limit) {
    checkLimit(limit);
    return serving.ask(
        learned -> {
          Answering answering = answering(learned, whom);
          return answering.explained(answering.ranks(limit).items());
        },
        List.of());
  }

  @Override
  public Slate slate(Whom whom, int limit) {
    checkLimit(limit);
    return serving.ask(
        learned -> answering(learned, whom).slate(limit), new Slate(List.of(), List.of()));
  }

  @Override
  public Standing standing(Whom whom, ProductId product) {
    return serving.ask(
        learned -> answering(learned, whom).standing(product, MOST),
        new Standing(
            Standing.Fate.NOTHING_LEARNED, OptionalInt.empty(), 0, OptionalInt.empty(), List.of()));
  }

  private Answering answering(Learned learned, Whom whom) {
    return new Answering(learned, whom, rules(), shelf, clock.instant());
  }

  @Override
  public Optional<ModelCard> card() {
    return serving.ask(learned -> Optional.of(learned.card()), Optional.empty());
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be in [1, " + MOST + "], got " + limit);
    }
  }
}
