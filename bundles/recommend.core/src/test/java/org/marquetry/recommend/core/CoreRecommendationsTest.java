package org.marquetry.recommend.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lib.doubles.JobsTo;
import org.marquetry.lib.doubles.QuietRun;
import org.marquetry.lib.doubles.TimersWhenTold;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.platform.compute.SharedPool;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.TrainRequest;
import org.marquetry.recommend.api.TrainResult;
import org.marquetry.recommend.mf.MfTrainer;
import org.marquetry.recommend.popular.PopularTrainer;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class CoreRecommendationsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path folder;

  private static final SharedPool POOL = new SharedPool(2);
  private static final MfTrainer FACTORS = new MfTrainer(POOL, CLOCK, "1");

  private DuckDbWarehouse warehouse;
  private CoreRecommendations recommendations;

  @BeforeEach
  void open() {
    warehouse = new DuckDbWarehouse(folder);
    recommendations =
        new CoreRecommendations(warehouse, List.of(FACTORS, new PopularTrainer(CLOCK, "1")));
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
            jobs,
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
    assertEquals(List.of(), started, "they may stream in");
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
    timers.run();
    assertEquals(2, started.size());
    leaving.getFirst().run();
    timers.run();
    timers.run();
    assertEquals(3, started.size(), "an engine was swapped");
    assertEquals("popular", recommendations.card().orElseThrow().provenance().algorithm());
    keeper.stop();
    assertEquals(List.of(), leaving);
  }
}
