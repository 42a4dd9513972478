package org.marquetry.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.MatchKind;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.SearchException;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class LuceneProductSearchTest {
  private static final List<Map<String, Object>> PRODUCTS =
      List.of(
          product("d1", "Red Summer Dress with Pockets", "Dresses", "Aurora", 19900),
          product("d2", "Blue Denim Dress for Women", "Dresses", "Aurora", 25900),
          product("d3", "Red Running Shoes", "Shoes", "Fleet", 39900),
          product("f1", "Vinyl Chain Link Fence 36 in. x 50 ft.", "Garden", "Pale", 89900),
          product("f2", "Chainlink Gate 48 in.", "Garden", "Pale", 59900),
          product("l1", "Dress Shoe Laces 36 in.", "Shoes", "Fleet", 900),
          product("z1", "红色连衣裙 夏季新款", "女装", "晨光", 29900),
          product("z2", "蓝色运动鞋 透气", "鞋", "飞跃", 35900),
          product("z3", "巧克力 500克", "食品", "晨光", 4900),
          product("b1", "Cordless Drill 18-Volt", "Tools", "Makita", 99900),
          Map.of(
              "product_id",
              "a1",
              "title",
              "Jacket",
              "description",
              "Keeps the rain out",
              "attributes",
              "{\"material\": \"gore-tex\", \"sizes\": [1, 2], \"titleZh\": \"防水夹克\"}"),
          Map.of("product_id", "x1"));

  @TempDir Path home;
  private DuckDbWarehouse warehouse;
  private LuceneProductSearch search;

  private static Map<String, Object> product(
      String id, String title, String category, String brand, long price) {
    return Map.of(
        "product_id",
        id,
        "title",
        title,
        "category",
        category,
        "brand",
        brand,
        "price_minor",
        price,
        "currency",
        "CNY");
  }

  @BeforeEach
  void index() {
    warehouse = new DuckDbWarehouse(home.resolve("warehouse"));
    TestShop shop = new TestShop(warehouse);
    PRODUCTS.forEach(product -> shop.row("products", product));
    shop.load();
    search = open();
    search.build(Progress.NONE);
  }

  private LuceneProductSearch open() {
    return new LuceneProductSearch(home, new Catalogue(warehouse));
  }

  @AfterEach
  void close() {
    search.close();
    warehouse.close();
  }

  private List<String> find(String text) {
    return ids(search.find(SearchRequest.of(text, 10)));
  }

  private static List<String> ids(List<ProductHit> hits) {
    return hits.stream().map(hit -> hit.product().value()).toList();
  }

  @Test
  void theReportCountsWhatCanBeFound() {
    var report = search.build(Progress.NONE);
    assertEquals(11, report.products());
    assertEquals(1, report.skipped());
    assertTrue(report.bytes() > 1000, report.toString());
  }

  @Test
  void allWordsStandBeforeSome() {
    assertEquals("d1", find("red dress").getFirst());
    assertTrue(find("red dress").containsAll(List.of("d1", "d2", "d3")));
  }

  @Test
  void theThingItselfStandsBeforeWhatIsMadeForIt() {
    List<String> found = find("dresses");
    assertTrue(found.indexOf("d2") < found.indexOf("l1"), found.toString());
  }

  @Test
  void mistypedWordsAreUnderstood() {
    assertEquals("d1", find("red dres").getFirst());
    assertEquals("b1", find("cordles dril").getFirst());
    assertEquals("b1", find("mkaita").getFirst());
  }

  @Test
  void aBeginningOfTheLastWordIsEnough() {
    assertEquals("b1", find("cord").getFirst());
  }

  @Test
  void compoundsAreFoundHoweverTheyAreWritten() {
    assertTrue(find("chainlink fence").subList(0, 2).containsAll(List.of("f1", "f2")));
    assertTrue(find("chain link").containsAll(List.of("f1", "f2")));
  }

  @Test
  void unitsAreFoundHoweverTheyAreWritten() {
    for (String text : List.of("36 inch fence", "36\" fence", "36in fence", "fence 36-inches")) {
      assertEquals("f1", find(text).getFirst(), text);
    }
    assertEquals("z3", find("500g").getFirst());
  }

  @Test
  void chineseIsFoundByWordsAndByCharacters() {
    assertEquals("z1", find("红色连衣裙").getFirst());
    assertEquals("z1", find("连衣裙").getFirst());
    assertEquals("z1", find("裙").getFirst());
    assertEquals("z1", find("女装").getFirst());
    assertEquals("z2", find("运动鞋 透气").getFirst());
  }

  @Test
  void descriptionsAndAttributesAreFound() {
    assertEquals(List.of("a1"), find("rain"));
    assertEquals(List.of("a1"), find("gore-tex"));
  }

  @Test
  void filtersBound() {
    var dear = SearchRequest.builder("dress").atLeast(new Money(20000, "CNY")).build();
    assertEquals(List.of("d2"), ids(search.find(dear)));
    var shoes = SearchRequest.builder("dress").category("shoes").build();
    assertEquals(List.of("l1"), ids(search.find(shoes)));
    var all = SearchRequest.builder(" ").brand("晨光").build();
    assertEquals(List.of("z1", "z3"), ids(search.find(all)));
    assertEquals(
        List.of(),
        ids(search.find(SearchRequest.builder("dress").atMost(new Money(1, "USD")).build())));
  }

  @Test
  void hostileTextFindsNothingAndBreaksNothing() {
    assertEquals(List.of(), find("!!! \" ( ~ * : \\ \u0000 AND"));
    assertEquals(List.of(), find("the of"));
    find("a".repeat(SearchRequest.MAX_TEXT));
    assertThrows(IllegalArgumentException.class, () -> SearchRequest.of("a".repeat(501), 10));
  }

  @Test
  void theReasonNamesWordsPartsAndShares() {
    HitReason reason =
        search.explain(SearchRequest.of("red dres zebra", 10), new ProductId("d1")).orElseThrow();
    assertEquals(List.of("zebra"), reason.missing());
    assertEquals(1, reason.found().stream().mapToDouble(HitReason.FoundWord::share).sum(), 1e-9);
    assertTrue(
        reason.found().stream()
            .anyMatch(f -> f.word().equals("dres") && f.kind() == MatchKind.CORRECTED),
        reason.toString());
    double shown = search.find(SearchRequest.of("red dres zebra", 10)).getFirst().score();
    assertEquals(shown, reason.score(), 1e-4, "the reason explains the score that ranked");
    assertTrue(search.explain(SearchRequest.of("drill", 10), new ProductId("d1")).isEmpty());
  }

  @Test
  void similarProductsShareTitleCategoryAndBrand() {
    assertEquals("d2", search.similar(new ProductId("d1"), 5).getFirst().product().value());
    assertFalse(ids(search.similar(new ProductId("d1"), 5)).contains("d1"));
    assertEquals(List.of(), search.similar(new ProductId("none"), 5));
  }

  @Test
  void theIndexOutlivesTheComponent() {
    search.close();
    search = open();
    assertEquals("d1", find("red dress").getFirst());
  }

  @Test
  void aCancelledBuildLeavesTheIndexInUse() {
    var cancelled =
        new Progress() {
          @Override
          public void step(Words what) {}

          @Override
          public void at(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    var error = assertThrows(SearchException.class, () -> search.build(cancelled));
    assertTrue(error.getMessage().contains("cancelled"));
    assertEquals("d1", find("red dress").getFirst());
  }

  @Test
  void aDamagedIndexIsBuiltAnew() throws IOException {
    search.close();
    Path root = home.resolve("data").resolve("search");
    Files.writeString(root.resolve("current"), "../../etc");
    search = open();
    assertEquals(List.of(), find("red dress"));
    search.build(Progress.NONE);
    assertEquals("d1", find("red dress").getFirst());
    try (var children = Files.list(root)) {
      assertEquals(
          1, children.filter(p -> p.getFileName().toString().startsWith("index-")).count());
    }
  }

  @Test
  void searchesGoOnWhileTheIndexIsBuilt() throws InterruptedException {
    var stop = new AtomicBoolean();
    var failures = new AtomicInteger();
    var searches = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(
          Thread.ofVirtual()
              .start(() -> {
                while (!stop.get()) {
                  if (!find("red dress").getFirst().equals("d1")) failures.incrementAndGet();
                  searches.incrementAndGet();
                }
              }));
      clients.getLast().setUncaughtExceptionHandler((_, _) -> failures.incrementAndGet());
    }
    for (int i = 0; i < 10; i++) {
      search.build(Progress.NONE);
    }
    stop.set(true);
    for (Thread client : clients) client.join();
    assertEquals(0, failures.get(), "of " + searches.get());
    assertTrue(searches.get() > 10);
  }

  @Test
  void aSearchCountsWhatOneMayNarrowItBy() {
    SearchResult dresses = search.search(SearchRequest.of("dress", 1));
    assertEquals(1, dresses.hits().size());
    assertTrue(dresses.found() >= 2, dresses.toString());
    assertEquals(new SearchResult.Facet("Dresses", 2), dresses.categories().getFirst());
    SearchResult shoes =
        search.search(SearchRequest.builder("dress").category("Shoes").limit(5).build());
    assertEquals(dresses.categories(), shoes.categories());
    assertTrue(shoes.hits().stream().allMatch(h -> h.category().equals(Optional.of("Shoes"))));
  }

  /// A red shoe has one of the two words, a red dress both.
  @Test
  void whatLacksAWordThatCountsIsNotFound() {
    SearchResult red = search.search(SearchRequest.of("red dres", 10));
    assertEquals("d1", red.hits().getFirst().product().value());
    assertTrue(red.hits().stream().noneMatch(h -> h.product().value().equals("f1")));
    SearchResult chinese = search.search(SearchRequest.of("红色连衣裙", 10));
    assertEquals(List.of("z1"), chinese.hits().stream().map(h -> h.product().value()).toList());
    assertEquals(0, search.search(SearchRequest.of("xylophone quartz", 10)).found());
  }

  @Test
  void allProductsAreFoundByNoWords() {
    SearchResult all = search.search(SearchRequest.of("", 3));
    assertEquals(3, all.hits().size());
    assertEquals(11, all.found());
  }

  @Test
  void aTitleInAnotherLanguageIsATitle() {
    SearchRequest chinese = SearchRequest.of("夹克", 5);
    assertEquals("a1", search.find(chinese).getFirst().product().value());
    HitReason why = search.explain(chinese, new ProductId("a1")).orElseThrow();
    assertEquals(HitReason.Part.TITLE, why.found().getFirst().part());
  }
}
