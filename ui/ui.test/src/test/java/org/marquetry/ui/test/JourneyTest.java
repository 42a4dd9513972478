package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/// From the door to the screen: events of a small shop, the figures of today, the customers, one of
/// them, and the events behind a figure, which add up.
final class JourneyTest extends InBrowser {
  private final SmallShop shop = new SmallShop(Instant.now());

  @Test
  @Order(1)
  void anEmptyShopSaysSoAndLeadsToTheFirstEvent() throws Exception {
    assertThat(screens.home()).containsText("No event has come yet");
    assertThat(page.locator(".mq-value")).hasCount(0); // no figure is shown as 0
    page.getByText("Send the first event").click();
    assertThat(page.locator("#no-customers pre")).containsText(suite.address() + "api/v1/events");
    assertEquals(List.of(), looks.violations("customers-empty"));
    shop.send(door); // and the open page follows
    assertThat(page.locator("#count")).hasText(Pattern.compile("\\d+ customers"));
  }

  @Test
  @Order(2)
  void figuresOfTodayAreWhatTheEventsComeTo() {
    screens.open("");
    Locator revenue = page.locator("#figure-net-revenue");
    assertThat(revenue).containsText(shop.revenue(shop.today()));
    assertThat(revenue).containsText("Yesterday " + shop.revenue(shop.today().minusDays(1)));
    assertThat(revenue).containsText(Pattern.compile("normal|unusual \\(1 in \\d+\\)"));
    assertThat(page.locator("#figure-orders .mq-value")).hasText(shop.orders(shop.today()));
    assertThat(page.locator("#up-to")).hasText(Pattern.compile("Data up to \\d\\d:\\d\\d"));
    assertThat(page.locator("marquetry-chart canvas")).hasCount(1);
  }

  @Test
  @Order(3)
  void aFigureOpensTheRowsThatAddUpToIt() {
    screens.open("");
    page.locator("#figure-net-revenue").click();
    assertThat(page.locator("#definition")).containsText("less what was cancelled or returned");
    var day = shop.today().minusDays(1);
    String sum = shop.lineCount(day) + " rows, which come to " + shop.revenue(day);
    assertThat(page.locator("#sum")).hasText(sum);
    assertEquals(
        shop.revenue(day),
        SmallShop.dollars(cents(page, "#rows")),
        "the rows on the screen add up");
    var other = shop.today().minusDays(3);
    page.locator("#day input").fill(other.toString());
    page.keyboard().press("Enter");
    assertThat(page.locator("#sum")).containsText(shop.revenue(other));
    page.waitForURL(u -> u.endsWith("figures/net-revenue?day=" + other));
    page.reload();
    assertThat(page.locator("#sum")).containsText(shop.revenue(other));
    screens.part("Orders").click();
    assertThat(page.locator("#sum")).containsText("which come to " + shop.orders(day));
  }

  @Test
  @Order(3)
  void anAlertOnAFigureRingsOnToday() {
    screens.open("figures/orders");
    page.locator("#alert-when").click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("a day is above"))
        .click();
    page.locator("#alert-save").click();
    assertThat(page.locator("#alert-problem")).hasText("Give the value.");
    page.locator("#alert-value input").fill("1");
    page.locator("#alert-save").click();
    assertThat(page.locator("#alerts")).containsText("When a day is above 1");
    assertEquals(List.of(), looks.violations("figure-alert"));
    screens.open("");
    Locator wrong = page.locator("#agenda-wrong");
    assertThat(wrong).containsText(Pattern.compile("Orders on .*: \\d+, above 1"));
    wrong.getByText("Look at the day").click();
    assertThat(page.locator("#sum")).containsText("which come to " + shop.orders(shop.today()));
    page.locator("#alerts").getByText("Remove").click();
    assertThat(page.locator("#alerts li")).hasCount(0);
    screens.open("");
    assertThat(wrong).not().containsText("above 1");
  }

  /// The last column of a table, added up.
  private static long cents(Page page, String grid) {
    Locator cells = page.locator(grid + " vaadin-grid-cell-content");
    return cells.allInnerTexts().stream()
        .filter(t -> t.matches("\\$[\\d,]+\\.\\d\\d"))
        .mapToLong(t -> Long.parseLong(t.replaceAll("\\D", "")))
        .sum();
  }

  @Test
  @Order(4)
  void customersAreSearchedAndOrderedAndTheAddressKeepsIt() {
    screens.open("customers");
    page.locator("#search input").fill("customer 7");
    assertThat(page.locator("#count")).hasText("1 customer found");
    assertThat(page.locator("#customer-grid")).containsText("Customer 7");
    assertThat(page.locator("#customer-grid")).containsText(shop.revenue("c7"));
    page.waitForURL(u -> u.contains("search=customer"));
    page.locator("#search input").fill("nobody at all");
    assertThat(page.locator("#customer-grid")).containsText("No customer fits");
    page.locator("#search input").fill("");
    assertThat(page.locator("#count")).hasText(Pattern.compile("\\d\\d customers"));
    page.locator("vaadin-grid-sorter").first().click();
    page.waitForURL(u -> u.contains("by=id"));
    page.reload();
    assertThat(page.locator("#customer-grid a").first()).hasText(SmallShop.name(0));
  }

  @Test
  @Order(5)
  void theEventsBehindACustomersRevenueAddUpToTheHeader() {
    screens.open("customers?search=c5");
    page.locator("#customer-grid a").first().click();
    assertThat(screens.title()).hasText("Customer 5");
    Locator tile = page.locator("#trait-netRevenue");
    assertThat(tile.locator(".mq-value")).hasText(shop.revenue("c5"));
    tile.locator("button").click();
    assertThat(page.locator("#sum")).containsText("which come to " + shop.revenue("c5"));
    page.waitForURL(u -> u.endsWith("customers/c5?behind=netRevenue"));
    page.reload();
    assertThat(page.locator("#sum")).containsText(shop.revenue("c5"));
    for (String trait :
        List.of("orders", "averageOrder", "frequency", "lastOrder", "recencyDays", "firstOrder")) {
      String value = page.locator("#trait-" + trait + " .mq-value").innerText();
      page.locator("#trait-" + trait + " button").click();
      assertThat(page.locator("#evidence h2"))
          .containsText(page.locator("#trait-" + trait + " .mq-label").innerText());
      assertThat(page.locator("#sum")).containsText("come to " + value);
    }
    assertThat(page.locator("#timeline li").first()).isVisible();
  }

  @Test
  @Order(6)
  void whatTheShopSentIsTextAndNeverMarkup() {
    screens.open("customers/c3");
    assertThat(screens.title()).hasText("<b>Bobby</b>");
    assertThat(page.locator("h1 b")).hasCount(0);
    screens.open("customers/nobody");
    assertThat(screens.title()).hasText("No such customer");
  }

  @Test
  @Order(7)
  void everyPageIsAccessibleInBothLanguagesAndThemes() {
    List<String> violations = new ArrayList<>();
    for (String path :
        List.of(
            "",
            "customers",
            "customers/c5?behind=netRevenue",
            "figures",
            "figures/orders",
            "system")) {
      screens.go(path);
      screens.title().waitFor();
      page.waitForTimeout(600); // the chart's own script draws on its own time
      violations.addAll(looks.violations(path.isEmpty() ? "today" : path.replaceAll("\\W", "-")));
    }
    assertEquals(List.of(), violations);
  }

  @Test
  @Order(8)
  void newEventsReachTheOpenPages() throws Exception {
    screens.open("");
    Locator value = page.locator("#figure-net-revenue .mq-value");
    assertThat(value).hasText(shop.revenue(shop.today()));
    shop.orderNow(door, "c5", 123_456);
    assertThat(value).hasText(shop.revenue(shop.today()));
    screens.open("customers/c5");
    assertThat(page.locator("#trait-netRevenue .mq-value")).hasText(shop.revenue("c5"));
    shop.orderNow(door, "c5", 200);
    assertThat(page.locator("#trait-netRevenue .mq-value")).hasText(shop.revenue("c5"));
  }

  @Test
  @Order(9)
  void aStoppedServiceIsNamedAndTheRestWorks() throws Exception {
    screens.open("");
    assertThat(page.locator("#figure-orders")).isVisible();
    Bundle insight = suite.bundle("org.marquetry.insight.core");
    insight.stop();
    assertThat(page.locator("#figures-panel")).containsText("insight.core");
    assertThat(page.locator("#figures-panel"))
        .hasText(Pattern.compile(".*since .*\\d\\d:\\d\\d.*"));
    screens.navigation("Customers").click();
    assertThat(page.locator("#customer-grid a").first()).isVisible();
    insight.start();
    screens.navigation("Today").click();
    assertThat(page.locator("#figure-orders")).isVisible();
  }

  @Test
  @Order(10)
  void aReplacedPageKeepsSearchAndOpenedTrait() throws Exception {
    Bundle bundle = suite.bundle("org.marquetry.ui.profile");
    screens.open("customers/c5");
    page.locator("#trait-orders button").click();
    assertThat(page.locator("#evidence")).isVisible();
    bundle.stop();
    assertThat(screens.title()).hasText("This page is away");
    bundle.start();
    assertThat(screens.title()).hasText("Customer 5");
    assertThat(page.locator("#evidence")).isVisible();
    screens.open("customers");
    page.locator("#search input").fill("customer 7");
    assertThat(page.locator("#count")).hasText("1 customer found");
    bundle.stop();
    assertThat(screens.title()).hasText("This page is away");
    bundle.start();
    assertThat(page.locator("#count")).hasText("1 customer found");
    assertThat(page.locator("#search input")).hasValue("customer 7");
  }

  @Test
  @Order(11)
  void theMorningRoundWorksWithoutAMouse() {
    screens.open("");
    Locator tile = page.locator("#figure-net-revenue");
    tile.waitFor();
    for (int i = 0; i < 40 && !focused(tile); i++) {
      page.keyboard().press("Tab");
    }
    assertTrue(focused(tile), "the figure takes the focus");
    page.keyboard().press("Enter");
    assertThat(page.locator("#definition")).isVisible();
    screens.open("customers/c5");
    Locator trait = page.locator("#trait-netRevenue button");
    trait.waitFor();
    for (int i = 0; i < 40 && !focused(trait); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("#sum")).containsText(shop.revenue("c5"));
  }

  private static boolean focused(Locator locator) {
    return Boolean.TRUE.equals(locator.evaluate("e => e === document.activeElement"));
  }

  @Test
  @Order(12)
  void aPhoneShowsAllOfIt() {
    page.setViewportSize(390, 800);
    for (String path :
        List.of("", "customers", "customers/c5?behind=netRevenue", "figures/net-revenue")) {
      screens.go(path);
      screens.title().waitFor();
      page.waitForTimeout(600);
      Browsing.shot(page, "phone-" + (path.isEmpty() ? "today" : path.replaceAll("\\W", "-")));
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path);
    }
    page.setViewportSize(1280, 860);
  }
}
