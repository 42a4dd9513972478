package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// An audience, from a template to its members, in a browser: what it shows is compared with
/// customers that were made up here.
final class SegmentsTest extends InBrowser {
  private static final int ONCE = 7; // bought once, 60 to 120 days ago
  private static final int LATELY = 5; // bought once, lately
  private static final int LOOKED = 4; // never bought
  private static final int ALL = ONCE + LATELY + LOOKED;

  private final List<String> events = new ArrayList<>();
  private int ids;

  private void event(String type, String customer, int daysAgo, String more) {
    events.add(
        "{\"id\":\"s%d\",\"type\":\"%s\",\"occurredAt\":\"%s\",\"customer\":\"%s\"%s}"
            .formatted(ids++, type, Instant.now().minus(Duration.ofDays(daysAgo)), customer, more));
  }

  private void send() throws IOException, InterruptedException {
    door.post("events", "[" + String.join(",", events) + "]");
    events.clear();
  }

  private void order(String customer, int daysAgo, long minor) {
    event(
        "ordered",
        customer,
        daysAgo,
        ",\"order\":\"o%d\",\"product\":\"shoe\",\"quantity\":1,\"amountMinor\":%d,\"currency\":\"USD\""
            .formatted(ids, minor));
  }

  private Locator count() {
    return page.locator("#segment-count");
  }

  private Locator field(int row, String name) {
    return page.locator(".mq-rule-row").nth(row).locator("[data-field=" + name + "] input");
  }

  @Test
  @Order(1)
  void anEmptyListOffersTemplates() throws Exception {
    screens.open("segments");
    assertThat(page.locator("#no-segments")).containsText("No segments yet");
    assertEquals(List.of(), looks.violations("segments-empty"));
    for (int c = 0; c < ALL; c++) {
      String customer = "c" + c;
      event(
          "customerChanged",
          customer,
          200,
          ",\"properties\":{\"name\":\"Person %d\",\"email\":\"p%d@shop.example\",\"city\":\"Bath\"}"
              .formatted(c, c));
      event("consented", customer, 199, "");
      if (c < ONCE) {
        order(customer, 70 + c, 1_000);
      } else if (c < ONCE + LATELY) {
        order(customer, 3, 3_000);
      } else {
        event("viewed", customer, 2, ",\"product\":\"shoe\"");
      }
    }
    events.add(
        "{\"id\":\"shoe\",\"type\":\"productChanged\",\"occurredAt\":\"%s\",\"product\":\"shoe\",\"properties\":{\"title\":\"Running shoe\",\"category\":\"Shoes\"}}"
            .formatted(Instant.now().minus(Duration.ofDays(300))));
    send();
  }

  @Test
  @Order(2)
  void aTemplateShowsItsCountsAndFollowsTheFinger() {
    screens.open("segments");
    page.locator("#template-once-60-120").click();
    assertThat(count()).hasText(Integer.toString(ONCE));
    assertThat(page.locator("#sentence"))
        .hasText("Customers who placed exactly 1 order, and last bought 60 to 120 days ago.");
    Locator counts = page.locator(".mq-count");
    assertThat(counts.nth(1)).hasText(Integer.toString(ONCE + LATELY));
    assertThat(counts.nth(2)).hasText(Integer.toString(ONCE));
    assertThat(page.locator("#segment-reach-email")).hasText(Integer.toString(ONCE));
    assertThat(page.locator("#segment-revenue"))
        .hasText(Math.round(100.0 * ONCE * 1_000 / (ONCE * 1_000 + LATELY * 3_000)) + "%");
    field(1, "from").fill("0"); // no button is pressed, no field is left
    assertThat(count()).hasText(Integer.toString(ONCE + LATELY));
    field(1, "to").fill("30");
    assertThat(count()).hasText(Integer.toString(LATELY));
    assertThat(page.locator("#sentence")).containsText("last bought within the last 30 days");
    page.reload();
    assertThat(count()).hasText(Integer.toString(LATELY)); // the address holds it
    field(1, "to").fill("");
    field(1, "from").fill("");
    assertThat(page.locator(".mq-rule-row").nth(1)).containsText("one end at least");
    field(1, "from").fill("60");
    field(1, "to").fill("120");
    assertThat(count()).hasText(Integer.toString(ONCE));
  }

  @Test
  @Order(3)
  void membersAreExplainedAndAnybodyCanBeSearched() {
    Locator members = page.locator("#sample vaadin-button");
    assertThat(members).hasCount(ONCE);
    members.first().click();
    assertThat(page.locator("#verdict")).hasText("Belongs to the segment.");
    assertThat(page.locator(".mq-checks .mq-check-good vaadin-icon")).hasCount(2);
    assertThat(page.locator(".mq-checks")).containsText("Latest:");
    assertTrue(page.url().contains("member=c"), page.url());
    page.locator("#why input").fill("Person " + (ONCE + 1));
    page.locator(
            "vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Person " + (ONCE + 1)))
        .first()
        .click();
    assertThat(page.locator("#verdict"))
        .containsText("First condition that fails: last bought 60 to 120 days ago");
    assertThat(page.locator("#verdict")).containsText("3 days");
  }

  @Test
  @Order(4)
  void aNewEventCountsWithoutAnyClick() throws Exception {
    order("c" + (ALL - 1), 80, 500);
    send();
    assertThat(count()).hasText(Integer.toString(ONCE + 1));
  }

  @Test
  @Order(5)
  void conditionsAreFoundByWordsAndTheSegmentIsSaved() {
    page.locator("#add input").fill("shoe");
    page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Bought “Shoes”"))
        .first()
        .click();
    assertThat(page.locator(".mq-rule-row")).hasCount(3);
    assertThat(page.locator("#sentence")).containsText("bought something of “Shoes”");
    assertEquals(List.of(), browsing.violations(page));
    page.locator("#segment-name input").fill("Second order");
    page.locator("#save").click();
    page.waitForURL(Pattern.compile(".*/segments/s-.*"));
    assertThat(page.locator("#history")).containsText("Version 1: created as “Second order”");
    assertThat(count()).hasText(Integer.toString(ONCE + 1));
    assertThat(page.locator("#segment-change")).hasText("±0");
    assertThat(page.locator("#segment-owner")).containsText(Screens.NAME); // no id
    assertThat(page.locator("#history")).containsText(Screens.NAME);
  }

  @Test
  @Order(6)
  void anOverlapIsToldBeforeSaving() {
    String saved = page.url();
    page.locator("#copy").click();
    assertThat(page.locator("#warnings"))
        .containsText("100 % of them also belong to “Second order”");
    page.navigate(saved);
  }

  @Test
  @Order(7)
  void whatAnotherPersonChangedStandsBesideMine() throws Exception {
    String id = page.url().replaceAll(".*/(s-[0-9a-f]+).*", "$1");
    field(1, "to").fill("90");
    assertThat(page.locator("#sentence")).containsText("60 to 90");
    HttpResponse<String> theirs =
        door.answer(
            "PUT",
            "segments/" + id,
            "{\"name\":\"Second order\",\"version\":1,\"rule\":{\"join\":\"all\",\"parts\":[{\"trait\":\"orders\",\"from\":1}]}}");
    assertEquals(200, theirs.statusCode(), theirs.body());
    assertEquals(
        409,
        door.answer(
                "PUT",
                "segments/" + id,
                "{\"name\":\"Second order\",\"version\":1,\"rule\":{\"join\":\"all\",\"parts\":[{\"trait\":\"orders\",\"from\":3}]}}")
            .statusCode());
    page.locator("#save").click();
    Locator conflict = page.locator("#conflict");
    assertThat(conflict).containsText("Somebody else changed this segment");
    assertThat(conflict).containsText("the command line saved version 2");
    assertThat(conflict).containsText("placed at least 1 order");
    assertThat(conflict).containsText("60 to 90 days ago");
    assertEquals(List.of(), browsing.violations(page));
    page.locator("#keep-mine").click();
    assertThat(page.locator("#history")).containsText("Version 3: changed");
  }

  @Test
  @Order(8)
  void membersAreExportedAndThatIsNoted() throws Exception {
    Download download = page.waitForDownload(() -> page.locator("#export").click());
    List<String> lines = Files.readAllLines(download.path());
    assertTrue(lines.getFirst().contains("customer,name"), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("c0,Person 0,")), lines.toString());
    String id = page.url().replaceAll(".*/(s-[0-9a-f]+).*", "$1");
    String audit = door.get("audit?object=segment/" + id);
    assertTrue(audit.contains("segment.export"), audit);
    String reader =
        door.post("keys", "{\"label\":\"reader\",\"permissions\":[\"profile.read\"]}")
            .replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
    assertEquals(200, door.answer("GET", "segments/" + id + "/count", "", reader).statusCode());
    assertEquals(403, door.answer("GET", "segments/" + id + "/members", "", reader).statusCode());
  }

  @Test
  @Order(9)
  void aDeletedSegmentIsRestored() {
    page.locator("#delete").click();
    assertThat(page.locator("#no-segments")).isVisible();
    page.locator("#bin").click();
    page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Restore")).first().click();
    page.locator("#bin").click();
    assertThat(page.locator("#segment-grid")).containsText("Second order");
    assertThat(page.locator("#segment-grid")).containsText(Screens.NAME);
  }

  @Test
  @Order(10)
  void aRowThatNobodyAnswersIsGreyAndRefusedOnlyWhereItWouldBeWrong() {
    screens.open(
        "segments/new?name=Lucky&rule="
            + encoded(
                "{\"join\":\"any\",\"parts\":[{\"trait\":\"orders\",\"from\":1},{\"trait\":\"luck\",\"from\":5}]}"));
    assertThat(page.locator(".mq-rule-row.mq-gone"))
        .containsText("luck: nobody supplies it any more");
    assertThat(count()).hasText("at least " + (ONCE + LATELY + 1));
    assertThat(page.locator("#warnings")).containsText("the number is a minimum");
    assertEquals(List.of(), looks.violations("segment-gone"));
    page.locator("#save").click();
    page.waitForURL(Pattern.compile(".*/segments/s-.*"));
    screens.open(
        "segments/new?name=Unlucky&rule="
            + encoded("{\"join\":\"none\",\"parts\":[{\"trait\":\"luck\",\"from\":5}]}"));
    page.locator("#save").click();
    assertThat(page.locator("#problem")).containsText("cannot be saved");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  @Order(11)
  void theBuilderIsAccessibleInBothLanguagesAndThemesAndOnAPhone() {
    screens.open("segments/new?template=looked&member=c0");
    assertThat(page.locator("#verdict")).isVisible();
    assertEquals(List.of(), looks.violations("segment"));
    screens.open("segments");
    assertThat(page.locator("#segment-grid")).containsText("Lucky");
    assertEquals(List.of(), looks.violations("segments"));
    page.setViewportSize(390, 844);
    screens.open("segments/new?template=looked&member=c0");
    assertThat(page.locator("#verdict")).isVisible();
    screens.settled();
    Browsing.shot(page, "segment-phone");
    assertEquals(
        390, page.evaluate("document.documentElement.scrollWidth"), "nothing stands out sideways");
    assertEquals(List.of(), browsing.violations(page));
    page.setViewportSize(1280, 860);
  }

  @Test
  @Order(12)
  void aSegmentIsMadeWithTheKeyboardAlone() {
    screens.open("segments/new");
    assertThat(count()).hasText(Integer.toString(ALL));
    page.locator("#add input").focus();
    page.keyboard().type("orders");
    assertThat(page.locator("vaadin-combo-box-item").first()).isVisible();
    screens.settled();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator(".mq-rule-row")).hasCount(1);
    assertThat(count()).hasText(Integer.toString(ONCE + LATELY + 1));
    page.locator("#segment-name input").focus();
    page.keyboard().type("By keyboard");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*/segments/s-.*"));
    assertThat(screens.title()).hasText("By keyboard");
  }

  @Test
  @Order(13)
  void aSwapKeepsWhatIsNotSaved() {
    screens.open("segments/new?template=once-60-120");
    page.locator("#segment-name input").fill("Half a thought");
    page.waitForURL(u -> u.contains("name=Half")); // the server has it
    field(1, "from").fill("0");
    assertThat(count()).hasText(Integer.toString(ONCE + LATELY + 1));
    page.evaluate("document.querySelector('#segment-name').former = true");
    suite.startCopy("org.marquetry.ui.profile", "0.1.1");
    suite.remove(suite.bundle("org.marquetry.ui.profile"));
    page.waitForFunction(
        "(e => e !== null && e.former === undefined)(document.querySelector('#segment-name'))");
    assertThat(page.locator("#segment-name input")).hasValue("Half a thought");
    assertThat(field(1, "from")).hasValue("0");
    assertThat(count()).hasText(Integer.toString(ONCE + LATELY + 1));
    field(1, "to").fill("30");
    assertThat(count()).hasText(Integer.toString(LATELY));
  }
}
