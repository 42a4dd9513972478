package org.marquetry.recommend.core;

import java.io.DataInput;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Snapshot;
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
import org.marquetry.warehouse.api.WarehouseException;
import org.osgi.framework.BundleContext;
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
  private final Recent recent;
  private final Snapshots snapshots;
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
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference InstantSource clock,
      @Reference Shelf shelf,
      @Reference Recent recent) {
    this(warehouse, clock, shelf, recent, new Snapshots(folder(context)));
  }

  /// Make the service outside the framework, for tests and tools.
  ///
  /// @param folder of snapshots
  CoreRecommendations(
      Warehouse warehouse,
      Jobs jobs,
      InstantSource clock,
      Supplier<List<SavedRule>> rules,
      Recent recent,
      Path folder,
      List<Trainer> trainers) {
    this(warehouse, clock, new Shelf(warehouse), recent, new Snapshots(folder));
    this.jobs = jobs;
    this.rules = rules;
    this.trainers = trainers;
  }

  private CoreRecommendations(
      Warehouse warehouse, InstantSource clock, Shelf shelf, Recent recent, Snapshots snapshots) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.shelf = shelf;
    this.recent = recent;
    this.snapshots = snapshots;
    trainers = List.of();
  }

  private static Path folder(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "framework property marquetry.home is not set: models have no place");
    }
    return Path.of(home).resolve("data").resolve("recommend");
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
    log.info(
        "{} learned {} customers x {} products from {} pairs in {} s",
        trainer.algorithm(),
        card.customers(),
        card.products(),
        found,
        Math.round(model.provenance().seconds() * 100) / 100.0);
    progress.step(new Words("与当前模型比较", "holding it against the model that answers"));
    return admit(new Learned(history, model, card));
  }

  /// Let a new model answer, unless one of the same algorithm was better.
  private TrainResult admit(Learned fresh) {
    restore();
    Gate.Verdict verdict =
        serving
            .ask(former -> Optional.of(judge(fresh, former)), Optional.<Gate.Verdict>empty())
            .orElseGet(() -> Gate.alone(fresh));
    Optional<String> id = keep(fresh, verdict);
    if (verdict.passed()) {
      serving.replace(fresh.keptIn(id));
      return new TrainResult.Trained(fresh.card());
    }
    fresh.model().close();
    return new TrainResult.Refused(
        fresh.card(), verdict.check().orElseThrow(), verdict.former().orElseThrow(), id);
  }

  /// Whoever asks for another algorithm gets it.
  private static Gate.Verdict judge(Learned fresh, Learned former) {
    Gate.Verdict verdict = Gate.compare(fresh, former);
    boolean isOther =
        !fresh.card().provenance().algorithm().equals(former.card().provenance().algorithm());
    return isOther ? new Gate.Verdict(true, verdict.check(), verdict.former()) : verdict;
  }

  /// The model answers also when it cannot be kept.
  private Optional<String> keep(Learned fresh, Gate.Verdict verdict) {
    try {
      return snapshots.keep(fresh, verdict, servingId());
    } catch (IOException e) {
      log.warn("A model of recommendations could not be kept: {}", e.toString());
      return Optional.empty();
    }
  }

  private Optional<String> servingId() {
    return serving.ask(Learned::snapshot, Optional.empty());
  }

  /// Where nothing can be read back the suite learns anew.
  @Activate
  void begin() {
    try {
      Actor.SYSTEM.run(this::restore);
    } catch (RuntimeException e) { // whatever a model that was kept does
      log.warn("No model that was kept answers", e);
    }
  }

  /// After a start or a swap the latest model that was kept answers until another has learned.
  void restore() {
    if (card().isPresent()) {
      return;
    }
    for (Map.Entry<String, SnapshotHead> kept : snapshots.list().entrySet()) {
      boolean isHere = algorithms().contains(kept.getValue().card().provenance().algorithm());
      if (isHere && kept.getValue().verdict().passed() && canServe(kept.getKey())) {
        return;
      }
    }
  }

  private boolean canServe(String id) {
    try {
      serve(id, Progress.NONE);
      return true;
    } catch (IllegalArgumentException | WarehouseException | ProviderMissing e) {
      log.warn("The model {} of recommendations could not be served: {}", id, e.toString());
      return false;
    }
  }

  @Override
  public List<Snapshot> snapshots() {
    Optional<String> answering = servingId();
    List<Snapshot> all = new ArrayList<>();
    snapshots
        .list()
        .forEach((id, head) ->
            all.add(
                new Snapshot(
                    id,
                    head.card(),
                    head.verdict().check(),
                    head.verdict().former(),
                    answering.equals(Optional.of(id)),
                    !head.verdict().passed())));
    return List.copyOf(all);
  }

  @Override
  public void serve(String snapshot, Progress progress) {
    progress.step(new Words("读取模型与事件", "reading the model and the events"));
    try {
      serving.replace(snapshots.read(snapshot, this::again).keptIn(Optional.of(snapshot)));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("no model is kept as " + snapshot, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the model " + snapshot + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Learned again(SnapshotHead head, List<ProductId> products, DataInput model)
      throws IOException {
    Trainer trainer = trainer(head.card().provenance().algorithm());
    EventHistory history =
        EventHistory.of(warehouse, head.strengths(), products)
            .orElseThrow(() -> new IOException("no event of now names its products"));
    return new Learned(
        history, trainer.read(model, history.pairs(), head.card().provenance()), head.card());
  }

  @Override
  public String startServing(String snapshot) {
    return there(jobs, "jobs").start(TrainJob.serving(snapshot));
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

  @Override
  public Counterfactual without(Whom whom, ProductId product, ProductId past) {
    return serving.ask(
        learned -> answering(learned, whom).without(product, past, MOST),
        new Counterfactual(OptionalInt.empty(), Optional.empty()));
  }

  private Answering answering(Learned learned, Whom whom) {
    return new Answering(learned, whom, recent.of(whom), rules(), shelf, clock.instant());
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
