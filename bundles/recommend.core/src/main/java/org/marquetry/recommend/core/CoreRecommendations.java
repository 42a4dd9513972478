package org.marquetry.recommend.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Reason;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.spi.Contribution;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.recommend.spi.Model;
import org.marquetry.recommend.spi.ScoredItem;
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

  private static final String ENGINE = "cpu";
  private static final Logger log = LoggerFactory.getLogger(CoreRecommendations.class);

  private final Warehouse warehouse;
  private final Serving serving = new Serving();

  /// Engines come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<Trainer> trainers;

  @Activate
  public CoreRecommendations(@Reference Warehouse warehouse) {
    this(warehouse, List.of());
  }

  /// Make the service outside the framework, for tests and tools.
  public CoreRecommendations(Warehouse warehouse, List<Trainer> trainers) {
    this.warehouse = warehouse;
    this.trainers = trainers;
  }

  @Deactivate
  void stop() {
    serving.close();
  }

  private Trainer trainer(String algorithm) {
    List<Trainer> here = trainers.stream().filter(t -> t.engine().equals(ENGINE)).toList();
    return here.stream()
        .filter(t -> t.algorithm().equals(algorithm))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "algorithm "
                    + algorithm
                    + " is not installed; there are "
                    + here.stream().map(Trainer::algorithm).sorted().toList()));
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
    checkLimit(limit);
    return serving.ask(
        learned -> {
          EventHistory history = learned.history();
          Integer number = history.customerNumbers().get(customer);
          return number == null
              ? unknown(learned, limit)
              : explained(learned, history.pairs().row(number), learned.model().top(number, limit));
        },
        List.of());
  }

  @Override
  public List<Recommendation> recommendFor(List<ProductId> products, int limit) {
    checkLimit(limit);
    return serving.ask(
        learned -> {
          Interactions row = row(learned.history(), products);
          return row.entries() == 0
              ? unknown(learned, limit)
              : explained(learned, row, learned.model().topFor(row, limit));
        },
        List.of());
  }

  /// The products that are known, in their order.
  private static Interactions row(EventHistory history, List<ProductId> products) {
    InteractionsBuilder builder = Interactions.builder(1, history.products().size());
    int place = 0;
    for (ProductId product : products) {
      Integer number = history.productNumbers().get(product);
      place++;
      if (number != null) {
        builder.add(0, number, 1, place);
      }
    }
    return builder.build();
  }

  @Override
  public Optional<ModelCard> card() {
    return serving.ask(learned -> Optional.of(learned.card()), Optional.empty());
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
    List<Optional<Contribution>> reasons =
        learned.model().reasons(row, items.stream().map(ScoredItem::item).toList());
    List<ProductId> products = learned.history().products();
    return IntStream.range(0, items.size())
        .mapToObj(k ->
            new Recommendation(
                products.get(items.get(k).item()),
                items.get(k).score(),
                Basis.HISTORY,
                reasons
                    .get(k)
                    .map(c -> new Reason(products.get(c.pastItem()), c.contribution(), c.share()))))
        .toList();
  }

  private static void checkLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be in [1, " + MOST + "], got " + limit);
    }
  }
}
