package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Snapshot;
import org.marquetry.recommend.api.Standing;
import org.marquetry.recommend.api.Whom;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Recommendations at the door for programs. Calls the service through the gate, as the actor who
/// sent the request.
@Component(
    service = {},
    immediate = true)
public final class RecommendOperations {
  private static final Ops OPS = new Ops("recommend.read", "recommend.train");
  private static final int USUAL = 10;

  private final Recommendations recommendations;
  private final Jobs jobs;
  private final Served served;

  @Activate
  public RecommendOperations(
      BundleContext context, @Reference Recommendations recommendations, @Reference Jobs jobs) {
    this.recommendations = recommendations;
    this.jobs = jobs;
    served = Served.by(context, "recommendations", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param learned false: nothing was learned yet, and the rest is absent
  /// @param interactions pairs of customer and product that it learned from
  /// @param engines of a blend
  record Model(
      boolean learned,
      Optional<String> algorithm,
      Optional<Integer> customers,
      Optional<Integer> products,
      Optional<Long> interactions,
      Optional<Instant> trainedAt,
      List<Engine> engines) {
    static Model of(Optional<ModelCard> card) {
      return new Model(
          card.isPresent(),
          card.map(c -> c.provenance().algorithm()),
          card.map(ModelCard::customers),
          card.map(ModelCard::products),
          card.map(ModelCard::interactions),
          card.map(c -> c.provenance().trainedAt()),
          card.map(Engine::of).orElse(List.of()));
    }
  }

  /// @param weight its share of what is said; 0: it is not served, for it did not help
  record Engine(String name, double weight) {
    private static final String WEIGHT = "weight.";

    static List<Engine> of(ModelCard card) {
      return card.provenance().options().entrySet().stream()
          .filter(option -> option.getKey().startsWith(WEIGHT))
          .map(option -> new Engine(option.getKey().substring(WEIGHT.length()), option.getValue()))
          .toList();
    }
  }

  /// @param basis what it rests on, such as `history` or `popularity`
  /// @param because the product of the past that speaks most for it
  /// @param modelRank its place by the model alone
  /// @param rules ids of the rules that changed what comes before it
  record Entry(
      String product,
      double score,
      String basis,
      Optional<String> because,
      int modelRank,
      int rank,
      List<String> rules) {
    static Entry of(Slate.Shown shown) {
      Recommendation r = shown.recommendation();
      return new Entry(
          r.product().value(),
          r.score(),
          word(r.basis()),
          r.reason().map(why -> why.pastProduct()).map(ProductId::value),
          shown.modelRank(),
          shown.rank(),
          shown.rules());
    }
  }

  /// @param rule id of the rule that took it out
  record OutEntry(String product, int modelRank, String rule) {}

  /// @param out what the rules took out before the last of the products
  record Entries(List<Entry> products, List<OutEntry> out) {}

  /// @param fate `ranked`, `out`, `bought`, `had`, `unranked`, `unknown` or `nothing_learned`
  /// @param ranked how many products the model ranks for the customer
  record Place(
      String fate, OptionalInt modelRank, int ranked, OptionalInt rank, List<String> rules) {}

  /// @param check how well it found the latest products of customers, NDCG among 10
  /// @param former the same of the model that answered then
  /// @param state `answers`, `kept` or `refused`
  record KeptModel(
      String id,
      String algorithm,
      Instant trainedAt,
      long interactions,
      OptionalDouble check,
      OptionalDouble former,
      String state) {
    static KeptModel of(Snapshot kept) {
      return new KeptModel(
          kept.id(),
          kept.card().provenance().algorithm(),
          kept.card().provenance().trainedAt(),
          kept.card().interactions(),
          kept.check(),
          kept.former(),
          kept.isServing() ? "answers" : kept.isRefused() ? "refused" : "kept");
    }
  }

  record Kept(List<KeptModel> snapshots) {}

  /// @param rank its place then
  /// @param instead what would stand at its place of now
  record Would(OptionalInt rank, Optional<String> instead) {}

  record Algorithms(List<String> algorithms) {}

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  record Started(String job) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "model",
            "/recommendations/model",
            "Tell what recommendations were learned from",
            Model.class,
            _ -> Model.of(recommendations.card())),
        OPS.get(
            "customer",
            "/recommendations/customers/{id}",
            "List the best products for a customer, best first; query: limit (1 to 1000)",
            Entries.class,
            request -> entries(request, customerOf(request))),
        OPS.get(
            "why",
            "/recommendations/customers/{id}/products/{product}",
            "Tell where a product stands for a customer, and which rule took it out",
            Place.class,
            this::place),
        OPS.get(
            "visitor",
            "/recommendations/visitors/{id}",
            "List the best products for a visitor who did not say who they are, by what they did"
                + " lately; query: limit (1 to 1000)",
            Entries.class,
            request -> entries(request, new Whom.Visitor(new VisitorId(request.path("id"))))),
        OPS.get(
            "without",
            "/recommendations/customers/{id}/products/{product}/without/{past}",
            "Tell where a product would stand for a customer who had not had to do with another, and"
                + " what would stand in its place",
            Would.class,
            this::without),
        OPS.get(
            "algorithms",
            "/recommendations/algorithms",
            "List the algorithms that can be asked to learn",
            Algorithms.class,
            _ -> new Algorithms(recommendations.algorithms())),
        OPS.change(
            "cost",
            "POST /recommendations/rules-cost",
            "Tell what each rule cost on the last 30 days, as a job whose result names each rule:"
                + " purchases it kept off the lists, half of their 95 % interval, what they came to;"
                + " and the same for lists that lean, such as novelty:-0.5",
            null,
            Started.class,
            true,
            _ -> Answer.accepted(new Started(jobs.start(RuleCostJob.request())))),
        OPS.change(
            "compare",
            "POST /recommendations/compare",
            "Hold the installed engines against each other on the last 30 days, as a job whose result"
                + " names each: share of people with a purchase among their 10, NDCG among 10, half"
                + " of its 95 % interval, share of products listed, seconds of training",
            null,
            Started.class,
            true,
            _ -> Answer.accepted(new Started(jobs.start(CompareJob.request())))),
        OPS.get(
            "snapshots",
            "/recommendations/snapshots",
            "List the models that were kept, the latest first",
            Kept.class,
            _ -> new Kept(recommendations.snapshots().stream().map(KeptModel::of).toList())),
        OPS.change(
            "serve",
            "POST /recommendations/snapshots/{id}/serve",
            "Let a model that was kept answer again, as a job",
            null,
            Started.class,
            true,
            request ->
                Answer.accepted(new Started(recommendations.startServing(request.path("id"))))),
        OPS.change(
            "train",
            "POST /recommendations/train",
            "Learn from the shop's events again, as a job; query: algorithm (ials)",
            null,
            Started.class,
            true,
            request ->
                Answer.accepted(
                    new Started(recommendations.startTraining(request.query("algorithm"))))));
  }

  private Entries entries(Request request, Whom whom) {
    int limit = request.query("limit").map(Integer::parseInt).orElse(USUAL);
    Slate slate = recommendations.slate(whom, limit);
    return new Entries(
        slate.shown().stream().map(Entry::of).toList(),
        slate.out().stream()
            .map(o -> new OutEntry(o.product().value(), o.modelRank(), o.rule()))
            .toList());
  }

  private static Whom customerOf(Request request) {
    return new Whom.Customer(new CustomerId(request.path("id")));
  }

  private Place place(Request request) {
    Standing s =
        recommendations.standing(customerOf(request), new ProductId(request.path("product")));
    return new Place(word(s.fate()), s.modelRank(), s.ranked(), s.rank(), s.rules());
  }

  private Would without(Request request) {
    Counterfactual would =
        recommendations.without(
            customerOf(request),
            new ProductId(request.path("product")),
            new ProductId(request.path("past")));
    return new Would(would.rank(), would.instead().map(ProductId::value));
  }
}
