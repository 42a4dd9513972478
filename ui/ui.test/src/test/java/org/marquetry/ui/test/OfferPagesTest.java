package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A marketer makes an offer with codes of one's own, changes it, deletes it and takes it back; in
/// both languages. What the page says is asked at the door. And a mail of blocks by keyboard, and a
/// campaign from its name to its stop.
final class OfferPagesTest extends InBrowser {
  private void select(String id, String key) {
    page.locator(id).click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(spoken.text(key)))
        .click();
  }

  @Test
  @Order(1)
  void withoutOffersThePageSaysWhatToDo() throws Exception {
    visit("offers", "en");
    assertThat(page.locator("#no-offers")).containsText(spoken.text("strategy.offers.empty.text"));
    assertEquals(List.of(), looks.violations("offers-empty"));
    visit("offers/o-gone", "en");
    assertThat(screens.title()).hasText(spoken.text("strategy.offer.unknown"));
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"en", "zh-CN"})
  void anOfferIsMadeAndItsCodesAreAdded(String language) throws Exception {
    String name = "Spring " + language;
    visit("offers", language);
    page.locator("#add-offer").click();
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).isVisible(); // it has no name
    page.locator("#offer-name input").fill(name);
    page.locator("#offer-percent input").fill("15");
    select("#offer-coupon", "strategy.coupon.each");
    assertEquals(List.of(), browsing.violations(page));
    submit();
    assertThat(screens.title()).hasText(name);
    assertThat(page.locator("#sentence")).containsText("15 %");
    assertThat(page.locator("#findings")).containsText(spoken.text("strategy.finding.stops"));
    page.locator("#add-codes").click();
    page.locator("#codes textarea").fill("A-1\nA 2\n");
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText("A 2");
    String mark = language.substring(0, 2);
    page.locator("#codes textarea").fill("%1$s-1\n%1$s-2\n%1$s-3\n%1$s-3\n".formatted(mark));
    submit();
    assertThat(page.locator("#code-count")).containsText("3");
    assertThat(page.locator("#nothing-against")).isVisible();
    String id = page.url().replaceAll(".*/", "");
    assertTrue(door.get("offers/" + id + "/codes").contains("\"total\":3,\"given\":0,\"free\":3"));
  }

  @ParameterizedTest
  @Order(3)
  @ValueSource(strings = {"en", "zh-CN"})
  void aChangeIsAVersionThatComesBack(String language) throws Exception {
    String name = "Spring " + language;
    visit("offers", language);
    page.locator("#offer-grid a", new Page.LocatorOptions().setHasText(name)).click();
    page.locator("#change-offer").click();
    select("#offer-kind", "strategy.benefit.gift");
    page.locator("#offer-gift input").fill("Tea");
    page.locator("#offer-amount input").fill("2.40");
    page.locator("#offer-minimum input").fill("30");
    page.locator("#offer-until input").fill("2020-01-31");
    page.locator("#offer-until input").press("Enter");
    submit();
    assertThat(page.locator("#sentence")).containsText("Tea");
    assertThat(page.locator("#findings")).containsText(spoken.text("strategy.finding.stops"));
    Locator history = page.locator("#history-grid");
    assertThat(history).containsText("15 %");
    String first = spoken.text("shell.saved.version") + " 1";
    action("shell.saved.restore", first).click();
    assertThat(page.locator("#sentence")).containsText("15 %");
    assertThat(history).containsText(spoken.text("shell.saved.act.restored"));
    page.locator("#delete-offer").click();
    assertThat(page.locator("#sentence")).hasText(spoken.text("strategy.offer.deleted"));
    visit("offers", language);
    action("shell.saved.restore", name).click();
    assertThat(page.locator("#offer-grid")).containsText(name);
    String id =
        page.locator("#offer-grid a", new Page.LocatorOptions().setHasText(name))
            .getAttribute("href")
            .replaceAll(".*/", "");
    assertTrue(
        Pattern.compile("restored.*deleted.*restored.*changed.*created")
            .matcher(door.get("offers/" + id + "/history"))
            .find());
  }

  @Test
  @Order(4)
  void fullPagesHaveNoFaultAndFitAPhone() throws Exception {
    visit("offers", "en");
    assertEquals(List.of(), looks.violations("offers"));
    page.locator("#offer-grid a").first().click();
    screens.title().waitFor();
    assertEquals(List.of(), looks.violations("offer"));
    page.setViewportSize(390, 844);
    for (String language : List.of("en", "zh-CN")) {
      visit("offers", language);
      screens.settled();
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }

  @Test
  @Order(5)
  void aMailIsMadeOfBlocksByKeyboardAndSeenAtOnce() throws Exception {
    page.setViewportSize(1280, 900);
    visit("mails", "en");
    assertThat(page.locator("#no-mails")).containsText(spoken.text("content.mails.empty.text"));
    page.locator("#add-mail").click();
    page.locator("#mail-name input").fill("May");
    assertEquals(List.of(), browsing.violations(page));
    submit();
    assertThat(screens.title()).hasText("May");
    FrameLocator mail = page.frameLocator("#preview-frame");
    assertThat(mail.locator("h1")).hasText("Hello Kim Brown");
    assertEquals("", page.locator("#preview-frame").getAttribute("sandbox"));
    page.locator("#down-1").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#block-1")).containsText(spoken.text("content.block.text"));
    assertThat(page.locator("#down-2")).isFocused();
    assertThat(mail.locator("body"))
        .containsText(Pattern.compile("suit you.*Hello", Pattern.DOTALL));
    page.locator("#change-1").click();
    page.locator("#block-text-en textarea").fill("For you:\n{{customer.name}}");
    submit();
    assertThat(mail.locator("body")).containsText("For you:");
    Locator finding = page.locator("#findings vaadin-button").first();
    assertThat(finding).containsText("block 1, line 2 (en)");
    finding.click();
    assertThat(page.locator("#block-1")).isFocused();
    page.locator("#preview-reader").click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Without a name"))
        .click();
    assertThat(mail.locator("h1")).hasText("Hello there");
    assertEquals(List.of(), looks.violations("mail"));
    action("shell.saved.restore", spoken.text("shell.saved.version") + " 1").click();
    assertThat(page.locator("#findings vaadin-button"))
        .hasText(new String[] {"block 3"}); // nothing was learned yet
    String id = page.url().replaceAll(".*/", "");
    assertTrue(door.get("mail-designs/" + id + "/render").contains("Hello Kim Brown"));
    page.setViewportSize(390, 844);
    visit("mails/" + id, "zh-CN");
    screens.settled();
    assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
  }

  /// Thirty customers: each tenth without an address, each tenth without consent.
  private void customers() throws Exception {
    List<String> events = new ArrayList<>();
    for (int c = 0; c < 30; c++) {
      String of = "\"occurredAt\":\"2026-01-01T10:00:00Z\",\"customer\":\"k%02d\"".formatted(c);
      String email = c % 10 == 9 ? "" : "\"email\":\"k%d@shop.example\",".formatted(c);
      events.add(
          "{\"id\":\"kc%d\",\"type\":\"customerChanged\",%s,\"properties\":{%s\"name\":\"K %d\"}}"
              .formatted(c, of, email, c));
      if (c % 10 != 8) {
        events.add("{\"id\":\"kg%d\",\"type\":\"consented\",%s}".formatted(c, of));
      }
    }
    door.post("events", "[" + String.join(",", events) + "]");
    Door.until("the warehouse has them", () -> door.get("customers?limit=1").contains("k"));
  }

  private int people(String part) {
    return Integer.parseInt(page.locator("#part-" + part).innerText().replaceAll("\\D.*", ""));
  }

  private void resultIsReadDecidedAndUndone(String id) throws Exception {
    visit("experiments", "en");
    page.locator("#experiment-grid a").click();
    assertThat(page.locator("#verdict"))
        .containsText(Pattern.compile("Too little is known of .+: 0 people"));
    assertThat(page.locator("#guardrails")).containsText("held out");
    assertThat(page.locator("#touch")).containsText(spoken.text("measurement.touch.orders"));
    String report = "experiments/" + id + "/report?language=zh&format=";
    assertTrue(door.get(report + "pdf").startsWith("%PDF-1"));
    assertTrue(door.get(report + "html").contains("<h1>Spring</h1>"));
    page.locator("#decide").click();
    page.locator("vaadin-radio-button")
        .filter(new Locator.FilterOptions().setHasText(spoken.text("measurement.decide.stop")))
        .click();
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).isVisible(); // it has no reason
    page.locator("#reason input").fill("It was a trial");
    page.locator("#submit").click();
    assertThat(page.locator("#decisions")).containsText("It was a trial");
    assertThat(page.locator("#decide")).isHidden(); // to run longer would leave it
    assertEquals(List.of(), looks.violations("experiment"));
    assertThat(page.locator("#decisions"))
        .containsText("Nothing certain yet"); // the last that comes; what comes replaces the button
    page.locator("#decisions vaadin-button").click();
    assertThat(page.locator("#decisions")).containsText("Undone by");
    assertThat(page.locator("#decide")).isVisible();
  }

  @Test
  @Order(6)
  void aCampaignIsCheckedApprovedLaunchedOnceAndStopped() throws Exception {
    page.setViewportSize(1280, 900);
    customers();
    door.post(
        "mail-designs",
        """
        {"name": "Greeting", "languages": ["en"], "openings": [{"subject": {"en": "Hello"}}],
         "blocks": [
           {"kind": "text", "text": {"en": "We have new tea."}},
           {"kind": "footer", "text": {"en": "The shop wrote this."}, "unsubscribe": {"en": "Unsubscribe"}}]}
        """);
    visit("campaigns", "en");
    assertThat(page.locator("#no-campaigns"))
        .containsText(spoken.text("strategy.campaigns.empty.text"));
    page.locator("#add-campaign").click();
    assertThat(page.locator("#no-proposals")).hasText(spoken.text("strategy.proposals.none"));
    page.locator("#budget input").fill("500");
    page.locator("#propose").click();
    assertThat(page.locator("#missing"))
        .containsText("at least 30 people"); // of nobody an order is known
    assertEquals(List.of(), looks.violations("new-campaign"));
    page.locator("#from-nothing").click();
    page.locator("#campaign-name input").fill("Spring");
    submit();
    assertThat(screens.title()).hasText("Spring");
    page.locator("#mail").click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Greeting")).click();
    page.locator("#holdout input")
        .fill("50"); // two of 24 on either side at least, but for one in 300,000
    page.keyboard().press("Tab");
    assertThat(page.locator("#history-grid")).containsText("3"); // two changes, each a version
    page.locator("#check").click();
    assertThat(page.locator("#sum")).containsText("30 people");
    int planned = people("planned");
    assertEquals(3, people("no_consent"));
    assertEquals(3, people("no_address"));
    assertEquals(24, planned + people("holdout"));
    page.locator("#part-no_consent").click();
    assertThat(page.locator("#people-grid")).containsText("k28");
    page.keyboard().press("Escape");
    page.locator("#approve").click();
    assertThat(page.locator("#state")).hasText(spoken.text("strategy.state.approved"));
    page.locator("#launch").click();
    page.locator("#recipients input").fill(Integer.toString(planned + 1));
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText(planned + " people would get it");
    page.locator("#recipients input").fill(Integer.toString(planned));
    page.locator("#submit").dblclick();
    assertThat(page.locator("#progress")).containsText(planned + " wait");
    String id = page.url().replaceAll(".*/", "");
    String progress = door.get("campaigns/" + id + "/progress");
    assertTrue(progress.contains("\"waiting\":" + planned), progress);
    assertTrue(door.get("experiments").contains(id), "the launch registered its experiment");
    page.locator("#stop").click();
    assertThat(page.locator("#state")).hasText(spoken.text("strategy.state.stopped"));
    assertThat(page.locator("#progress")).containsText(planned + " did not get it");
    assertEquals(List.of(), looks.violations("campaign"));
    resultIsReadDecidedAndUndone(id);
    visit("customers/k00", "en");
    assertThat(page.locator("#messages")).containsText("Spring");
    assertThat(page.locator("#messages")).containsText(Pattern.compile("Chosen on|Held out on"));
    assertThat(page.locator("#messages")).containsText(spoken.text("strategy.became.nothing"));
    page.setViewportSize(390, 844);
    for (String path :
        List.of("campaigns", "campaigns/" + id, "experiments", "experiments/" + id)) {
      visit(path, "zh-CN");
      screens.settled();
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
  }
}
