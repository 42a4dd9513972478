package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.testing.RunningSuite;

/// A newcomer looks for a red dress in the made-up shop: row 4 of the first ten minutes.
final class SearchJourneyTest extends InBrowser {
  private static final int LOADING_MILLIS = 240_000;
  private static final LocatorAssertions.ContainsTextOptions COSTING =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final LocatorAssertions.ContainsTextOptions COMPARING =
      new LocatorAssertions.ContainsTextOptions().setTimeout(LOADING_MILLIS);
  private static final LocatorAssertions.HasCountOptions LEARNING =
      new LocatorAssertions.HasCountOptions().setTimeout(LOADING_MILLIS);

  SearchJourneyTest() {
    super("zh-CN");
  }

  @Override
  RunningSuite start(Path fresh) {
    return Suites.demo(fresh, 60, 400);
  }

  private Locator hits() {
    return page.locator("#hits > li");
  }

  @Test
  @Order(1)
  void theCatalogueCanBeSearchedAsSoonAsItHasCome() {
    screens.open("search");
    assertThat(screens.title()).hasText("查找商品");
    hits().nth(20).waitFor(new Locator.WaitForOptions().setTimeout(LOADING_MILLIS)); // no reload
    assertThat(page.locator("#categories")).containsText("服装");
  }

  @Test
  @Order(2)
  void redDressesAreFoundInChineseWithPicturePriceStockAndTheReason() {
    screens.open("search");
    page.locator("#words input").pressSequentially("红色连衣裙");
    page.waitForURL(u -> u.contains("search?q="));
    assertThat(page.locator("#count")).hasText(Pattern.compile("找到 \\d+ 件商品.*"));
    for (int i = 0; i < 3; i++) {
      assertThat(hits().nth(i).locator(".mq-name")).containsText("红色");
      assertThat(hits().nth(i).locator(".mq-name")).containsText("连衣裙");
      assertThat(hits().nth(i).locator(".mq-price")).containsText("¥");
      assertThat(hits().nth(i)).containsText(Pattern.compile("库存 [\\d,]+ 件|仅剩 \\d 件|已售罄"));
    }
    Locator picture = hits().locator(".mq-picture img").first(); // they are drawn one by one
    picture.waitFor(new Locator.WaitForOptions().setTimeout(LOADING_MILLIS));
    assertEquals(
        400.0,
        ((Number) picture.evaluate("i => i.decode().then(() => i.naturalWidth)")).doubleValue());
    hits().first().locator(".mq-why summary").click();
    assertThat(hits().first().locator(".mq-why")).containsText("“红色”出现在名称中");
    assertThat(hits().first().locator(".mq-why")).containsText("“连衣裙”出现在名称中");
    page.reload();
    assertThat(page.locator("#words input")).hasValue("红色连衣裙");
    assertThat(hits().first().locator(".mq-name")).containsText("连衣裙");
  }

  @Test
  @Order(3)
  void namesPicturesAndDescriptionsAreNoTwoAlike() {
    screens.open("search?most=96");
    hits().nth(90).waitFor();
    Set<String> names = new HashSet<>(hits().locator(".mq-name").allInnerTexts());
    assertEquals(96, names.size());
  }

  @Test
  @Order(4)
  void aSlipOfTheFingerIsUnderstoodAndSaid() throws Exception {
    screens.switchLanguage();
    assertThat(screens.title()).hasText("Find products");
    screens.open("search");
    page.locator("#words input").pressSequentially("red dres");
    assertThat(hits().first().locator(".mq-name")).containsText("连衣裙");
    assertThat(hits().first().locator(".mq-name")).containsText("红色");
    page.locator("#words input").fill("swaeter blue");
    assertThat(page.locator("#count")).containsText("\"swaeter\" was read as \"sweater\"");
    assertThat(hits().first().locator(".mq-name")).containsText("毛衣");
    screens.open("search?q=red%20dres");
    hits().first().locator(".mq-why summary").press("Enter");
    assertThat(hits().first().locator(".mq-why")).containsText("of the weight");
    assertEquals(List.of(), looks.violations("search"));
  }

  @Test
  @Order(5)
  void isNarrowedByCategoryBrandAndPriceByKeyboardToo() {
    screens.open("search");
    Locator clothing =
        page.locator("#categories button", new Page.LocatorOptions().setHasText("服装"));
    clothing.press("Enter");
    page.waitForURL(u -> u.contains("category="));
    assertThat(clothing).hasAttribute("aria-pressed", "true");
    assertThat(hits().first()).containsText("服装");
    page.locator("#brands button").first().click();
    page.waitForURL(u -> u.contains("brand="));
    page.locator("#to input").fill("300");
    page.locator("#to input").blur();
    page.waitForURL(u -> u.contains("to=300"));
    page.waitForCondition(() ->
        hits().locator(".mq-price").allInnerTexts().stream()
            .allMatch(p -> Double.parseDouble(p.replaceAll("[^0-9.]", "")) <= 300));
    page.locator("#all").click();
    assertThat(page.locator("#categories button[aria-pressed=true]")).hasCount(0);
  }

  @Test
  @Order(6)
  void nothingFoundSaysWhatWouldBe() throws Exception {
    screens.open("search?q=xylophone%20quartz");
    assertThat(page.locator("#nothing-found")).containsText("Nothing fits \"xylophone quartz\"");
    assertEquals(List.of(), looks.violations("search-nothing"));
    page.locator("#nothing-found .mq-tabs vaadin-button").first().click();
    assertThat(hits().first()).isVisible();
  }

  @Test
  @Order(7)
  void theDoorAnswersTheSame() throws Exception {
    screens.open("search?q=%E7%BA%A2%E8%89%B2%E8%BF%9E%E8%A1%A3%E8%A3%99");
    String best = hits().first().locator(".mq-name").innerText();
    String body =
        door.get(
            "products/search?q=%E7%BA%A2%E8%89%B2%E8%BF%9E%E8%A1%A3%E8%A3%99&limit=1&why=true");
    assertTrue(body.contains(best) && body.contains("\"share\""), body);
  }

  private Locator recommended() {
    return page.locator("#recommended ol.mq-blocks > li");
  }

  /// The first product, as it is called.
  private String first() {
    return recommended().first().locator("a").innerText().replaceFirst("^1\\. ", "");
  }

  @Test
  @Order(8)
  void aProductIsHiddenAtOnceAndThePageSaysWhyItIsNotShown() throws Exception {
    visit("recommendations", "en");
    Locator kept = page.locator("#kept-models li");
    assertThat(kept).hasCount(1, LEARNING); // the suite has learned by itself
    page.locator("#train").click();
    assertThat(kept).hasCount(2, LEARNING);
    recommended().nth(5).waitFor();
    String customer =
        door.get("customers?limit=1").replaceAll("(?s).*?\"(?:customer|id)\":\"([^\"]+)\".*", "$1");
    visit("recommendations?customer=" + customer, "en");
    assertThat(recommended().first()).containsText("because of");
    String name = first();
    action("strategy.recommendations.without", name).press("Enter");
    assertThat(recommended().first().locator(".mq-would")).containsText("Without ");
    action("strategy.recommendations.hide", name).press("Enter");
    assertThat(page.locator("#hidden")).containsText(name + " is not shown");
    assertThat(page.locator("#taken-out")).containsText(name);
    assertThat(recommended().first().locator("a")).not().containsText(name);
    assertThat(recommended().first().locator(".mq-moved")).hasCount(0); // it only came up
    String rules = door.get("recommendations/rules");
    String product = rules.replaceAll("(?s).*\"kind\":\"product\",\"value\":\"([^\"]+)\".*", "$1");
    String answer = door.get("recommendations/customers/" + customer);
    assertTrue(answer.indexOf(product) > answer.indexOf("\"out\""), answer);
    visit("recommendations?customer=" + customer + "&why=" + product, "en");
    assertThat(page.locator("#why-answer")).containsText("is taken out: " + name + " is not shown");
    assertEquals(List.of(), looks.violations("recommendations"));
    spoken = new Spoken("en");
    action("strategy.delete", name + " is not shown").click();
    assertThat(page.locator("#why-answer")).containsText(name + " has place 1.");
    assertEquals(name, first());
    action("strategy.restore", name + " is not shown").click();
    assertThat(page.locator("#why-answer")).containsText("is taken out");
    int from = recommended().count();
    Locator brand = recommended().first().locator("vaadin-button").last();
    String hiding = brand.innerText(); // Hide all of ...
    brand.click();
    assertThat(page.locator("#hidden")).containsText("Nothing of the brand");
    assertThat(
            page.locator("#recommended vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(hiding)))
        .hasCount(0);
    page.locator("#hidden vaadin-button").press("Enter");
    assertThat(page.locator("#hidden")).hasCount(0);
    assertThat(recommended()).hasCount(from);
  }

  @Test
  @Order(9)
  void aRuleIsAddedChangedAndTakenBackAndAPhoneShowsIt() throws Exception {
    visit("recommendations", "en");
    page.locator("#add-rule").click();
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText("which product, brand or category");
    page.locator("#rule-kind").click();
    page.locator(
            "vaadin-select-item",
            new Page.LocatorOptions().setHasText(spoken.text("strategy.ranking.quota")))
        .click();
    page.locator("#rule-amount input").fill("1");
    page.locator("#rule-name input").fill("Not twice");
    assertEquals(List.of(), browsing.violations(page));
    submit();
    Locator grid = page.locator("#ranking-grid");
    assertThat(grid).containsText("Not twice");
    assertThat(grid).containsText("At most 1 of each category in a list");
    page.waitForCondition(() -> recommended().count() < 12); // the shop has fewer categories
    action("strategy.change", "Not twice").click();
    page.locator("#rule-amount input").fill("2");
    submit();
    assertThat(grid).containsText("At most 2 of each category in a list");
    action("strategy.ranking.history", "Not twice").click();
    action("shell.saved.restore", spoken.text("shell.saved.version") + " 1").click();
    assertThat(grid).containsText("At most 1 of each category in a list");
    page.locator("#rule-costs").click();
    assertThat(page.locator("#cost-note")).containsText("of their later purchases", COSTING);
    assertThat(grid).containsText("purchases (±");
    action("strategy.delete", "Not twice").click();
    assertThat(grid).not().containsText("Not twice");
    page.setViewportSize(390, 844);
    for (String language : List.of("en", "zh-CN")) {
      visit("recommendations", language);
      screens.settled();
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  @Order(10)
  void allListsLeanByASliderThatSaysWhatItWouldHaveCost() throws Exception {
    page.setViewportSize(1280, 900);
    visit("recommendations", "zh-CN");
    Locator stops = page.locator("#lean-popularity-costs .mq-stop");
    assertThat(stops.first()).containsText("±"); // as the last test had it told
    page.locator("#lean-popularity").fill("-1");
    assertThat(page.locator("#ranking-grid")).containsText("所有列表偏向小众商品，程度 100%");
    assertThat(stops.first()).hasClass(Pattern.compile(".*mq-strong.*"));
    page.locator("#lean-popularity").press("ArrowRight"); // by keyboard: one stop
    assertThat(page.locator("#ranking-grid")).containsText("程度 50%");
    assertEquals(List.of(), browsing.violations(page));
    page.locator("#lean-popularity").fill("0");
    assertThat(page.locator("#deleted-grid")).containsText("所有列表偏向小众商品");
    assertThat(page.locator("#ranking-grid")).not().containsText("偏向小众");
  }

  @Test
  @Order(11)
  void anExpertSeesTheEnginesOnTheShopsOwnEvents() throws Exception {
    visit("recommendations", "en");
    page.locator("#expert summary").click();
    page.locator("#compare").click();
    Locator table = page.locator("#engines-grid");
    assertThat(table).containsText("matrix factorisation", COMPARING);
    assertThat(table).containsText("(±");
    assertEquals(List.of(), browsing.violations(page));
  }
}
