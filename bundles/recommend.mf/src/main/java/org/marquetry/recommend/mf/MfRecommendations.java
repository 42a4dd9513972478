package org.marquetry.recommend.mf;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Reason;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.ScoredItem;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recommendations from a matrix factorisation of the shop's events. Keeps one model in memory.
@Provider("mf")
@Component
public final class MfRecommendations implements Recommendations {
  static final int MOST = 1000;

  /// With fewer pairs than this nothing can be told from chance.
  private static final long NEEDED = 10;

  private static final Logger log = LoggerFactory.getLogger(MfRecommendations.class);

  private final Warehouse warehouse;
  private final MfTrainer trainer;
  private final AtomicReference<@Nullable Learned> current = new AtomicReference<>();

  @Activate
  public MfRecommendations(
      BundleContext context,
      @Reference Warehouse warehouse,
      @Reference ComputePool pool,
      @Reference InstantSource clock) {
    this(warehouse, new MfTrainer(pool, clock, context.getBundle().getVersion().toString()));
  }

  /// Make the service outside the framework, for tests and tools.
  public MfRecommendations(Warehouse warehouse, MfTrainer trainer) {
    this.warehouse = warehouse;
    this.trainer = trainer;
  }

  private record Learned(EventHistory history, MfModel model, ModelCard card) {}

  @Override
  public TrainResult train(TrainRequest request, Progress progress) {
    progress.step(new Words("读取事件", "reading events"));
    Optional<EventHistory> read = EventHistory.read(warehouse, request.strengths());
    long found = read.map(h -> h.pairs().entries()).orElse(0L);
    if (read.isEmpty() || found < NEEDED) {
      return new TrainResult.TooFewInteractions(found, NEEDED);
    }
    EventHistory history = read.get();
    MfModel model = trainer.train(history.pairs(), request.options(), progress);
    ModelCard card =
        new ModelCard(
            history.customers().size(), history.products().size(), found, model.provenance());
    current.set(new Learned(history, model, card));
    log.info(
        "learned {} customers x {} products from {} pairs in {} s",
        card.customers(),
        card.products(),
        found,
        Math.round(model.provenance().seconds() * 100) / 100.0);
    return new TrainResult.Trained(card);
  }

  @Override
  public List<Recommendation> recommend(CustomerId customer, int limit) {
    checkLimit(limit);
    Learned learned = current.get();
    if (learned == null) {
      return List.of();
    }
    EventHistory history = learned.history();
    Integer number = history.customerNumbers().get(customer);
    if (number == null) {
      return unknown(learned, limit);
    }
    return explained(learned, history.pairs().row(number), learned.model().top(number, limit));
  }

  @Override
  public List<Recommendation> recommendFor(List<ProductId> products, int limit) {
    checkLimit(limit);
    Learned learned = current.get();
    if (learned == null) {
      return List.of();
    }
    InteractionsBuilder builder = Interactions.builder(1, learned.history().products().size());
    for (ProductId product : products) {
      Integer number = learned.history().productNumbers().get(product);
      if (number != null) {
        builder.add(0, number, 1);
      }
    }
    Interactions row = builder.build();
    return row.entries() == 0
        ? unknown(learned, limit)
        : explained(learned, row, learned.model().topFor(row, limit));
  }

  @Override
  public Optional<ModelCard> card() {
    return Optional.ofNullable(current.get()).map(Learned::card);
  }

  private static List<Recommendation> unknown(Learned learned, int limit) {
    List<ProductId> products = learned.history().products();
    Interactions nothing = Interactions.builder(1, products.size()).build();
    return learned.model().topFor(nothing, limit).stream()
        .map(i ->
            new Recommendation(
                products.get(i.item()), i.score(), Basis.POPULARITY, Optional.empty()))
        .toList();
  }

  private static List<Recommendation> explained(
      Learned learned, Interactions row, List<ScoredItem> items) {
    List<ProductId> products = learned.history().products();
    Explainer explainer = learned.model().explainer(row);
    return items.stream()
        .map(i ->
            new Recommendation(
                products.get(i.item()),
                i.score(),
                Basis.HISTORY,
                explainer
                    .largest(i.item())
                    .map(c -> new Reason(products.get(c.pastItem()), c.contribution(), c.share()))))
        .toList();
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be in [1, " + MOST + "], got " + limit);
    }
  }
}
