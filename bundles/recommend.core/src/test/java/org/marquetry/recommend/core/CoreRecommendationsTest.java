package org.marquetry.recommend.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Counterfactual;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.RuleTarget.Kind;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Standing;
import org.marquetry.recommend.api.Standing.Fate;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.api.Whom;
import org.marquetry.recommend.core.rules.RuleStore;
import org.marquetry.recommend.core.rules.Shelf;
import org.marquetry.recommend.core.rules.StoredRules;
import org.marquetry.recommend.mf.MfTrainer;
import org.marquetry.recommend.popular.PopularTrainer;
import org.marquetry.recommend.spi.TrainOptions;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Saved;
import org.marquetry.shop.api.VisitorId;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class CoreRecommendationsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path folder;

  private static final SharedPool POOL = new SharedPool(2);
  private static final MfTrainer FACTORS = new MfTrainer(POOL, CLOCK, "1");

  private DuckDbWarehouse warehouse;
  private Instant now = NOON;
  private List<SavedRule> rules = List.of();
  private final Recent recent = new Recent();
  private CoreRecommendations recommendations;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    recommendations = fresh();
  }

  private CoreRecommendations fresh() {
    return new CoreRecommendations(
        warehouse,
        new JobsTo(JobRequest::key),
        () -> now,
        () -> rules,
        recent,
        folder.resolve("models"),
        List.of(FACTORS, new PopularTrainer(CLOCK, "1")));
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  @AfterAll
  static void end() {
    POOL.close();
  }

  /// Tea customers buy teas, coffee customers coffees, each but one of six; `viewers` of them view
  /// a cup.
  private void loadTwoTastes(int viewers) {
    TestShop shop = new TestShop(warehouse);
    for (int c = 0; c < 40; c++) {
      String taste = c % 2 == 0 ? "tea" : "coffee";
      for (int p = 0; p < 6; p++) {
        if (p != c / 2 % 6) {
          shop.order("o" + c + "-" + p, "c" + c, taste + p, 1, 500, NOON);
        }
      }
      if (c < viewers) {
        shop.event("viewed", "c" + c, "cup", NOON, Map.of());
      }
    }
    shop.order("x", null, "tea0", 1, 500, NOON);
    shop.load();
  }

  @Test
  void theMissingProductOfOnesTasteIsRecommendedWithAReasonOfTheSameTaste() {
    loadTwoTastes(4);
    var trained =
        assertInstanceOf(
            TrainResult.Trained.class,
            recommendations.train(TrainRequest.standard(), Progress.NONE));
    assertEquals(40, trained.card().customers());
    assertEquals(13, trained.card().products());
    assertEquals(204, trained.card().interactions());
    for (int c = 0; c < 12; c++) {
      String taste = c % 2 == 0 ? "tea" : "coffee";
      Recommendation first = recommendations.recommend(new CustomerId("c" + c), 3).getFirst();
      assertEquals(new ProductId(taste + c / 2 % 6), first.product());
      assertEquals(Basis.HISTORY, first.basis());
      assertTrue(
          first.reason().orElseThrow().pastProduct().value().startsWith(taste), first.toString());
    }
  }

  @Test
  void strangersGetPopularProductsAndABasketIsFoldedIn() {
    loadTwoTastes(40);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    var stranger = recommendations.recommend(new CustomerId("nobody"), 2);
    assertEquals(new ProductId("cup"), stranger.getFirst().product());
    assertEquals(Basis.POPULARITY, stranger.getFirst().basis());
    var basket =
        recommendations.recommendFor(
            List.of(new ProductId("tea1"), new ProductId("tea2"), new ProductId("unknown")), 3);
    assertEquals(3, basket.size());
    assertTrue(basket.stream().filter(r -> r.product().value().startsWith("tea")).count() >= 2);
    assertFalse(basket.stream().anyMatch(r -> r.product().value().equals("tea1")));
  }

  @Test
  void anEmptyShopIsToldAndAnswersNothing() {
    new TestShop(warehouse).load();
    var result = recommendations.train(TrainRequest.standard(), Progress.NONE);
    assertEquals(0, assertInstanceOf(TrainResult.TooFewInteractions.class, result).found());
    assertTrue(recommendations.recommend(new CustomerId("c1"), 5).isEmpty());
    assertTrue(recommendations.card().isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> recommendations.recommend(new CustomerId("c1"), 0));
  }

  @Test
  void anAlgorithmThatIsNotInstalledIsRefusedWithThoseThatAre() {
    loadTwoTastes(0);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> recommendations.train(TrainRequest.standard().by("psychic"), Progress.NONE));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("psychic is not installed; there are [ials, popular]"),
        e.getMessage());
  }

  private static SavedRule rule(String id, RuleEffect effect) {
    return new SavedRule(
        id, 1, RecommendationRule.of(effect), Saved.Act.CREATED, Instant.EPOCH, "somebody");
  }

  private List<String> shown(Whom whom, int limit) {
    return recommendations.slate(whom, limit).shown().stream()
        .map(s -> s.recommendation().product().value())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void aRuleCountsForTheNextAnswerAndWhatItDidIsTold() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom.Customer c0 = new Whom.Customer(new CustomerId("c0"));
    assertEquals("tea0", shown(c0, 12).getFirst());
    ProductId tea = new ProductId("tea0");
    assertEquals(Fate.RANKED, recommendations.standing(c0, tea).fate());
    rules = List.of(rule("hide", new RuleEffect.Hide(new RuleTarget(Kind.PRODUCT, "tea0"))));
    Slate slate = recommendations.slate(c0, 3);
    assertEquals(List.of(new Slate.Out(tea, 1, "hide")), slate.out());
    assertEquals(2, slate.shown().getFirst().modelRank());
    assertEquals(List.of("hide"), slate.shown().getFirst().rules());
    assertEquals(
        slate.shown().stream().map(Slate.Shown::recommendation).toList(),
        recommendations.recommend(c0.id(), 3));
    Standing standing = recommendations.standing(c0, tea);
    assertEquals(
        new Standing(
            Fate.OUT, OptionalInt.of(1), standing.ranked(), OptionalInt.empty(), List.of("hide")),
        standing);
    assertEquals(Fate.UNKNOWN, recommendations.standing(c0, new ProductId("none")).fate());
    assertEquals(Fate.HAD, recommendations.standing(new Whom.Session(List.of(tea)), tea).fate());
    assertFalse(shown(new Whom.Session(List.of(new ProductId("tea1"))), 12).contains("tea0"));
    assertFalse(shown(new Whom.Customer(new CustomerId("nobody")), 12).contains("tea0"));
  }

  @Test
  void theCatalogueSaysWhatIsSoldOutTooCheapOrAVariant() {
    loadTwoTastes(4);
    TestShop told = new TestShop(warehouse, "EUR", "told");
    told.row("products", Map.of("product_id", "tea0", "stock", 0L));
    told.row(
        "products",
        Map.of(
            "product_id",
            "cup",
            "price_minor",
            1000L,
            "currency",
            "EUR",
            "attributes",
            "{\"cost\": \"9.50\"}"));
    for (int p = 0; p < 6; p++) {
      told.row(
          "products",
          Map.of("product_id", "coffee" + p, "category", "Coffee", "family_id", "f" + p / 2));
    }
    told.load();
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom c12 = new Whom.Customer(new CustomerId("c12"));
    rules =
        List.of(
            rule("stock", new RuleEffect.InStock(1)),
            rule("margin", new RuleEffect.MarginFloor(0.1)),
            rule("variant", new RuleEffect.OneVariant()));
    assertEquals(3, shown(c12, 12).size(), "one coffee of each family");
    assertEquals(List.of("stock"), recommendations.standing(c12, new ProductId("tea0")).rules());
    assertEquals(List.of("margin"), recommendations.standing(c12, new ProductId("cup")).rules());
    rules = List.of(rule("quota", new RuleEffect.Quota(Optional.of("coffee"), 1)));
    assertEquals(1, shown(c12, 12).stream().filter(p -> p.startsWith("coffee")).count());
    TestShop again = new TestShop(warehouse, "EUR", "again");
    again.row("products", Map.of("product_id", "tea0", "stock", 5L)).load();
    rules = List.of(rule("stock", new RuleEffect.InStock(1)));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!shown(c12, 12).getFirst().equals("tea0")) { // the shelf is read again when it rested
      assertTrue(System.nanoTime() < end, "it came in again");
      Thread.onSpinWait();
    }
  }

  @Test
  void whatWasBoughtComesBackAfterItsCycle() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom.Customer c0 = new Whom.Customer(new CustomerId("c0"));
    ProductId bought = new ProductId("tea1");
    assertEquals(Fate.BOUGHT, recommendations.standing(c0, bought).fate());
    rules = List.of(rule("again", new RuleEffect.Repurchase(Optional.empty(), 30)));
    now = NOON.plus(Duration.ofDays(29));
    assertEquals(List.of("again"), recommendations.standing(c0, bought).rules());
    assertFalse(shown(c0, 13).contains("tea1"));
    now = NOON.plus(Duration.ofDays(30));
    assertEquals(Fate.RANKED, recommendations.standing(c0, bought).fate());
    assertTrue(shown(c0, 13).contains("tea1"));
    assertEquals(Fate.HAD, recommendations.standing(c0, new ProductId("cup")).fate());
  }

  private static Event.Builder event(String id, String type, String product) {
    return Event.builder(id, type, NOON.plusSeconds(60)).product(new ProductId(product));
  }

  private void happened(int offset, Event.Builder event) {
    recent.take(0, List.of(new JournalEntry(0, offset, Optional.of(event.build()))));
  }

  @Test
  void anEventCountsInTheNextAnswer() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom.Customer c0 = new Whom.Customer(new CustomerId("c0"));
    Whom.Customer fresh = new Whom.Customer(new CustomerId("fresh"));
    Whom.Visitor somebody = new Whom.Visitor(new VisitorId("v1"));
    assertEquals("tea0", shown(c0, 3).getFirst());
    happened(0, event("e0", "ordered", "tea0").customer(c0.id()));
    happened(1, event("e1", "viewed", "coffee1").customer(fresh.id()).visitor(somebody.id()));
    happened(2, event("e2", "viewed", "coffee2").customer(fresh.id()));
    happened(3, event("e3", "viewed", "unheard-of").visitor(somebody.id()));
    assertFalse(shown(c0, 13).contains("tea0"));
    assertEquals(Fate.BOUGHT, recommendations.standing(c0, new ProductId("tea0")).fate());
    for (Whom whom : List.of(fresh, somebody)) {
      Recommendation first = recommendations.slate(whom, 3).shown().getFirst().recommendation();
      assertTrue(first.product().value().startsWith("coffee"), first.toString());
      assertEquals(Basis.HISTORY, first.basis());
    }
    assertEquals(List.of("tea0"), recent.of(c0).stream().map(d -> d.product().value()).toList());
    happened(0, event("e0", "ordered", "tea0").customer(c0.id()));
    assertEquals(1, recent.of(c0).size(), "it came again");
  }

  @Test
  void whatTheModelLearnedFromIsNotCountedAgain() {
    loadTwoTastes(4);
    TestShop later = new TestShop(warehouse, "EUR", "later");
    later.event("viewed", "c0", "coffee1", NOON.plusSeconds(60), Map.of()).load();
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom.Customer c0 = new Whom.Customer(new CustomerId("c0"));
    List<Slate.Shown> before = recommendations.slate(c0, 12).shown();
    happened(0, event("e", "viewed", "coffee1").customer(c0.id()));
    assertEquals(before, recommendations.slate(c0, 12).shown());
  }

  @Test
  void ofManyTheLatestAreRemembered() {
    for (int k = 0; k < Recent.MOST_EACH + 5; k++) {
      happened(k, event("e" + k, "viewed", "p" + k).customer(new CustomerId("c")));
    }
    List<Recent.Done> done = recent.of(new Whom.Customer(new CustomerId("c")));
    assertEquals(Recent.MOST_EACH, done.size());
    assertEquals("p5", done.getFirst().product().value());
    for (int k = 0; k < Recent.MOST_PEOPLE; k++) {
      happened(1000 + k, event("f" + k, "viewed", "p").customer(new CustomerId("d" + k)));
    }
    assertEquals(List.of(), recent.of(new Whom.Customer(new CustomerId("c"))));
  }

  @Test
  void aReasonIsPutToTheTest() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    ProductId tea = new ProductId("tea1");
    ProductId cup = new ProductId("cup");
    Whom basket = new Whom.Session(List.of(tea, new ProductId("coffee1")));
    String first = shown(basket, 1).getFirst();
    ProductId past = new ProductId(first.startsWith("tea") ? "tea1" : "coffee1");
    ProductId other = new ProductId(first.startsWith("tea") ? "coffee1" : "tea1");
    List<String> then = shown(new Whom.Session(List.of(other)), 13);
    then.remove(past.value());
    Counterfactual would = recommendations.without(basket, new ProductId(first), past);
    assertEquals(OptionalInt.of(then.indexOf(first) + 1), would.rank());
    assertEquals(Optional.of(new ProductId(then.getFirst())), would.instead());
    assertEquals(
        new Counterfactual(OptionalInt.empty(), Optional.empty()),
        recommendations.without(basket, cup, new ProductId("unheard-of")));
  }

  @Test
  void listsLeanToWhatManyWantOrToWhatIsNew() {
    loadTwoTastes(40); // everybody viewed the cup
    TestShop told = new TestShop(warehouse, "EUR", "told");
    for (int p = 0; p < 6; p++) {
      told.row("products", Map.of("product_id", "tea" + p, "category", "Tea"));
      told.row("products", Map.of("product_id", "coffee" + p, "category", "Coffee"));
    }
    told.load();
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom stranger = new Whom.Customer(new CustomerId("nobody"));
    assertEquals("cup", shown(stranger, 13).getFirst());
    rules = List.of(rule("rare", new RuleEffect.Lean(RuleEffect.Axis.POPULARITY, -1)));
    assertTrue(shown(stranger, 13).indexOf("cup") > 0);
    assertEquals(List.of("rare"), recommendations.standing(stranger, new ProductId("cup")).rules());
    recommendations.train(TrainRequest.standard().by("popular"), Progress.NONE);
    Whom tea = new Whom.Session(List.of(new ProductId("tea1")));
    rules = List.of(rule("new", new RuleEffect.Lean(RuleEffect.Axis.NOVELTY, 1)));
    assertEquals(List.of("cup", "coffee"), tastes(tea).subList(0, 2));
    rules = List.of(rule("known", new RuleEffect.Lean(RuleEffect.Axis.NOVELTY, -1)));
    assertEquals("tea", tastes(tea).getFirst(), "before the cup, which all viewed");
  }

  /// What kind of product comes first, second, third.
  private List<String> tastes(Whom whom) {
    return shown(whom, 13).stream().map(p -> p.replaceAll("[0-9]", "")).distinct().toList();
  }

  private static TrainRequest useless() {
    return new TrainRequest(
        TrainRequest.standard().strengths(),
        new TrainOptions(Map.of("regularisation", 1e6, "factors", 1.0), 1));
  }

  private List<String> states() {
    return recommendations.snapshots().stream()
        .map(s -> s.id() + (s.isServing() ? " answers" : s.isRefused() ? " refused" : ""))
        .toList();
  }

  @Test
  void afterAStartTheLatestModelThatWasKeptAnswersAsItDid() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom c0 = new Whom.Customer(new CustomerId("c0"));
    Whom nobody = new Whom.Customer(new CustomerId("nobody"));
    List<Slate> before = List.of(recommendations.slate(c0, 12), recommendations.slate(nobody, 12));
    var card = recommendations.card();
    recommendations = fresh();
    assertEquals(Optional.empty(), recommendations.card());
    recommendations.restore();
    assertEquals(before, List.of(recommendations.slate(c0, 12), recommendations.slate(nobody, 12)));
    assertEquals(card, recommendations.card());
    assertEquals(List.of("000001 answers"), states());
    TestShop later = new TestShop(warehouse, "EUR", "later");
    later.order("l", "latecomer", "tea1", 1, 500, NOON).order("m", "c0", "unheard-of", 1, 5, NOON);
    later.load();
    recommendations = fresh();
    recommendations.restore();
    assertTrue(shown(new Whom.Customer(new CustomerId("latecomer")), 3).getFirst().startsWith("t"));
    assertEquals(Fate.UNKNOWN, recommendations.standing(c0, new ProductId("unheard-of")).fate());
  }

  @Test
  void noCustomerStandsInASnapshot() throws IOException {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    String bytes =
        Files.readString(
            folder.resolve("models").resolve("000001.model"), StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains("coffee5"));
    assertFalse(bytes.contains("c39"));
  }

  @Test
  void aModelThatFindsClearlyLessDoesNotAnswerUnlessSomebodyWantsIt() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    Whom c0 = new Whom.Customer(new CustomerId("c0"));
    Slate before = recommendations.slate(c0, 12);
    var refused =
        assertInstanceOf(
            TrainResult.Refused.class, recommendations.train(useless(), Progress.NONE));
    assertTrue(refused.check() < 0.9 * refused.former(), refused.toString());
    assertEquals(before, recommendations.slate(c0, 12));
    assertEquals(Optional.of("000002"), refused.snapshot());
    assertEquals(List.of("000002 refused", "000001 answers"), states());
    recommendations = fresh();
    recommendations.restore();
    assertEquals(before, recommendations.slate(c0, 12), "the refused one is passed over");
    recommendations.serve("000002", Progress.NONE);
    assertEquals(refused.card(), recommendations.card().orElseThrow());
    recommendations.serve("000001", Progress.NONE);
    assertEquals(before, recommendations.slate(c0, 12));
    assertInstanceOf(
        TrainResult.Trained.class,
        recommendations.train(TrainRequest.standard().by("popular"), Progress.NONE),
        "who asks for another algorithm gets it");
  }

  @Test
  void ofManyModelsTheLatestAreKept() {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    for (int k = 0; k < Snapshots.KEPT + 2; k++) {
      recommendations.train(TrainRequest.standard().by("popular"), Progress.NONE);
    }
    assertEquals(
        List.of("000008 answers", "000007", "000006", "000005", "000004"),
        states().subList(0, Snapshots.KEPT));
    assertThrows(
        IllegalArgumentException.class, () -> recommendations.serve("000001", Progress.NONE));
    assertThrows(
        IllegalArgumentException.class, () -> recommendations.serve("../x", Progress.NONE));
  }

  @Test
  void aDamagedModelIsPassedOverForTheOneBefore() throws IOException {
    loadTwoTastes(4);
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    recommendations.train(TrainRequest.standard().by("popular"), Progress.NONE);
    Path latest = folder.resolve("models").resolve("000002.model");
    byte[] whole = Files.readAllBytes(latest);
    for (int cut : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
      Files.write(latest, Arrays.copyOf(whole, cut));
      recommendations = fresh();
      recommendations.restore();
      assertEquals("ials", recommendations.card().orElseThrow().provenance().algorithm());
    }
    whole[whole.length / 2] ^= 1;
    Files.write(latest, whole);
    IllegalArgumentException told =
        assertThrows(
            IllegalArgumentException.class, () -> recommendations.serve("000002", Progress.NONE));
    assertTrue(String.valueOf(told.getMessage()).contains("000002"), told.getMessage());
  }

  @Test
  void whatARuleCostIsToldFromWhatWasBoughtSince() {
    loadTwoTastes(4);
    TestShop later = new TestShop(warehouse, "EUR", "later");
    for (int c = 0; c < 24; c += 2) { // each tea customer buys the tea that was missing
      later.order("l" + c, "c" + c, "tea" + c / 2 % 6, 1, 700, NOON.plus(Duration.ofDays(31)));
    }
    later.load();
    recommendations.train(TrainRequest.standard(), Progress.NONE);
    try (H2Databases databases = new H2Databases(folder.resolve("sql"), () -> now)) {
      RuleStore store = new RuleStore(databases, () -> now);
      StoredRules stored = new StoredRules(store, new AuditTo(_ -> {}));
      String id =
          stored
              .create(
                  RecommendationRule.of(new RuleEffect.Hide(new RuleTarget(Kind.PRODUCT, "tea0"))))
              .id();
      Map<String, String> told =
          new RuleCostJob(warehouse, recommendations, store, new Shelf(warehouse), List.of(FACTORS))
              .run(new QuietRun("rules"));
      assertEquals("12", told.get("people"));
      assertEquals("10", told.get("hits"), "all but tea0, which two bought");
      assertEquals("0 0.0 0", told.get("r-stock"));
      assertEquals("0 0.0 0", told.get("margin:1.0"), "no product tells its cost");
      assertTrue(told.keySet().containsAll(List.of("novelty:-0.5", "popularity:1.0")));
      assertTrue(told.getOrDefault(id, "").matches("2 2\\.\\d 1400"), told.toString());
    }
  }

  @Test
  void theEnginesAreHeldAgainstEachOtherOnWhatWasBoughtAnew() {
    loadTwoTastes(4);
    TestShop later = new TestShop(warehouse, "EUR", "later");
    for (int c = 0; c < 24; c++) { // each buys what was missing of the own taste, and something old
      String taste = c % 2 == 0 ? "tea" : "coffee";
      Instant then = NOON.plus(Duration.ofDays(31));
      later.order("l" + c, "c" + c, taste + c / 2 % 6, 1, 700, then);
      later.order("m" + c, "c" + c, taste + (c / 2 + 1) % 6, 1, 700, then);
    }
    later.load();
    CompareJob job = new CompareJob(warehouse, List.of(FACTORS, new PopularTrainer(CLOCK, "1")));
    Map<String, String> told = job.run(new QuietRun("engines"));
    assertEquals("24", told.get("people"));
    String[] factors = told.getOrDefault("ials", "").split(" ", -1);
    String[] popular = told.getOrDefault("popular", "").split(" ", -1);
    assertEquals("1.0000", factors[0], "all find the one that was missing");
    assertTrue(Double.parseDouble(factors[1]) > 0.99, told.toString());
    assertTrue(Double.parseDouble(popular[1]) < Double.parseDouble(factors[1]), told.toString());
  }

  @Test
  void isLearnedWhenThereIsSomethingAndAgainWhenItGrew() {
    List<String> started = new ArrayList<>();
    TimersWhenTold timers = new TimersWhenTold();
    TrainJob job = new TrainJob(recommendations);
    JobsTo jobs =
        new JobsTo(request -> {
          started.add(job.run(new QuietRun(request.key(), request.arguments(), false)).toString());
          return request.key();
        });
    List<Runnable> leaving = new ArrayList<>();
    TrainKeeper keeper =
        new TrainKeeper(
            warehouse,
            recommendations,
            jobs,
            recent,
            timers,
            "popular",
            left -> {
              leaving.add(left);
              return leaving::clear;
            });
    timers.run();
    assertEquals(List.of(), started, "there is nothing to learn from");
    loadTwoTastes(0);
    timers.run();
    assertEquals(1, started.size(), "the first time at once");
    timers.run();
    timers.run();
    assertEquals(1, started.size());
    assertTrue(started.getFirst().contains("interactions=200"), started.getFirst());
    assertTrue(recommendations.card().isPresent());
    TestShop more = new TestShop(warehouse, "EUR", "more");
    for (int i = 0; i < 50; i++) {
      more.order("more" + i, "c" + i % 40, "cup", 1, 500, NOON);
    }
    more.load();
    timers.run();
    assertEquals(1, started.size(), "they may stream in");
    timers.run();
    assertEquals(2, started.size());
    leaving.getFirst().run();
    timers.run();
    timers.run();
    assertEquals(3, started.size(), "an engine was swapped");
    assertEquals("popular", recommendations.card().orElseThrow().provenance().algorithm());
    keeper.stop();
    assertEquals(List.of(), leaving);
    new TrainKeeper(
        warehouse, recommendations, jobs, recent, timers, "popular", _ -> leaving::clear);
    timers.run();
    timers.run();
    assertEquals(3, started.size(), "a model that was kept answers");
  }
}
