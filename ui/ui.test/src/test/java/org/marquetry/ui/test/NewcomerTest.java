package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;

/// A curious newcomer's first minutes, in both languages: set-up, the figures of a made-up shop
/// while it streams in, one customer, and attempts to break it. What stands on the pages is
/// recomputed from the stored events by SQL of the test's own.
final class NewcomerTest {
  private static final int CUSTOMERS = 150;
  private static final double PATIENCE = 180_000;

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-US"})
  void theFirstMinutes(String language) throws Exception {
    Spoken spoken = new Spoken(language);
    LocalDate day;
    String revenue;
    String active;
    String customers;
    try (RunningSuite suite = Suites.demo(home, CUSTOMERS);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), language, ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      setUp(page, screens, suite, spoken);
      assertThat(page.locator("#sample")).hasText(spoken.text("shell.sample"));
      assertThat(page.locator("#running-jobs vaadin-progress-bar").first()).isVisible();
      wholePast(page, screens);
      day = shownDay(page, screens);
      revenue = figure(page, screens, "net-revenue", day);
      active = figure(page, screens, "active-customers", day);
      rowsAddUp(page, screens, day);
      saleDays(page, screens, spoken, day);
      customers = customers(page, screens, spoken);
      oneCustomer(page, screens);
      breakIt(page, screens, suite, browsing, language, spoken);
      assertEquals(List.of(), browsing.complaints());
    }
    try (StoredShop shop = new StoredShop(home)) {
      assertEquals(digits(revenue), shop.revenue(day, "EUR"), day + " " + revenue);
      assertEquals(digits(active), shop.active(day), day + " " + active);
      assertEquals(digits(customers), shop.customers(), customers);
    }
  }

  /// Row 2: the browser's language, a wrong token, a wrong and a typed currency; the token works
  /// once.
  private static void setUp(Page page, Screens screens, RunningSuite suite, Spoken spoken) {
    screens.open("");
    assertThat(screens.title()).hasText(spoken.text("shell.setUp.title"));
    page.locator("#currency input").fill("xau");
    page.locator("#currency input").press("Enter");
    assertThat(page.locator("#currency"))
        .containsText(spoken.text("shell.setUp.currency.unknown", "xau"));
    page.locator("#currency input").fill("eur");
    page.locator("#currency input").press("Enter");
    assertThat(page.locator("#currency input")).hasValue(Pattern.compile("^EUR – .+"));
    screens.setUp("AAAA-AAAA-AAAA");
    assertThat(screens.problem()).hasText(spoken.text("shell.setUp.wrongToken"));
    screens.setUp(suite.token());
    screens.home().waitFor();
    screens.open("setup");
    screens.home().waitFor(); // nobody sets it up again
  }

  /// The bar goes when all is there.
  private static void wholePast(Page page, Screens screens) {
    screens.open("");
    assertThat(page.locator("#running-jobs vaadin-progress-bar"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#up-to")).hasText(Pattern.compile(".*\\d\\d:\\d\\d.*"));
    assertThat(page.locator("#chart-panel marquetry-chart canvas")).hasCount(1);
    assertThat(page.locator("#agenda-waits")).isVisible();
    Browsing.shot(page, "newcomer-home-" + page.evaluate("document.documentElement.lang"));
  }

  /// The day that the page of a figure chooses: the last whole one.
  private static LocalDate shownDay(Page page, Screens screens) {
    screens.open("figures/net-revenue");
    assertThat(page.locator("#day input")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    return LocalDate.parse(page.locator("#day input").inputValue()).minusDays(7);
  }

  private static String figure(Page page, Screens screens, String figure, LocalDate day) {
    screens.open("figures/" + figure + "?day=" + day);
    assertThat(page.locator("#sum")).hasText(Pattern.compile(".*\\d.*"));
    assertThat(page.locator("#explanation")).containsText(Pattern.compile("\\d"));
    return lastNumber(page.locator("#sum").innerText());
  }

  private static void rowsAddUp(Page page, Screens screens, LocalDate day) {
    String sum = figure(page, screens, "net-revenue", day);
    Locator cells = page.locator("#rows vaadin-grid-cell-content");
    long shown =
        cells.allInnerTexts().stream()
            .filter(t -> t.contains("€"))
            .mapToLong(NewcomerTest::digits)
            .sum();
    String count = page.locator("#sum").innerText().replaceAll("^\\D*(\\d+).*$", "$1");
    if (Integer.parseInt(count) <= 10) { // all of them are on the screen
      assertEquals(digits(sum), shown);
    }
  }

  /// A sale day is called by its name.
  private static void saleDays(Page page, Screens screens, Spoken spoken, LocalDate day) {
    int year =
        LocalDate.of(day.getYear(), 11, 11).isBefore(day) ? day.getYear() : day.getYear() - 1;
    screens.open("figures/net-revenue?day=" + LocalDate.of(year, 11, 11));
    assertThat(page.locator("#explanation"))
        .containsText(spoken.isChinese() ? "双十一" : "Singles’ Day");
  }

  private static String customers(Page page, Screens screens, Spoken spoken) {
    screens.open("customers");
    Locator count = page.locator("#count");
    assertThat(count).hasText(Pattern.compile(".*\\d.*"));
    assertThat(page.locator("vaadin-grid-cell-content a").first()).isVisible();
    assertTrue(count.innerText().matches(spoken.isChinese() ? "共 .* 位顾客" : ".* customers"));
    return count.innerText();
  }

  /// Row 5: the events behind the header add up to it.
  private static void oneCustomer(Page page, Screens screens) {
    screens.open("customers?by=net_revenue&descending=true");
    page.locator("#customer-grid a").first().click();
    Locator tile = page.locator("#trait-netRevenue");
    String header = tile.locator(".mq-value").innerText();
    tile.locator("button").click();
    assertThat(page.locator("#sum")).containsText(header);
    assertThat(page.locator("#timeline li").first()).isVisible();
  }

  private static void breakIt(
      Page page,
      Screens screens,
      RunningSuite suite,
      Browsing browsing,
      String language,
      Spoken spoken)
      throws Exception {
    stopABundle(page, screens, suite);
    secondTab(page, suite);
    for (int width : new int[] {390, 640}) { // a phone; 200 % zoom of 1,280
      page.setViewportSize(width, 800);
      screens.open("");
      screens.home().waitFor();
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
    page.setViewportSize(1280, 860);
    wrongPasswords(browsing, suite, language, spoken);
    forgedRequest(suite);
  }

  private static void stopABundle(Page page, Screens screens, RunningSuite suite) throws Exception {
    screens.open("customers");
    Bundle profiles = suite.bundle("org.marquetry.profile.core");
    profiles.stop();
    screens.open("");
    assertThat(page.locator("#figure-orders .mq-value")).isVisible(); // the rest works
    assertThat(page.locator("#agenda")).isVisible();
    profiles.start();
    screens.open("customers");
    assertThat(page.locator("vaadin-grid-cell-content a").first()).isVisible();
  }

  private static void secondTab(Page page, RunningSuite suite) {
    Page second = page.context().newPage();
    second.navigate(suite.address() + "customers");
    assertThat(second.locator("#count")).isVisible();
    second.close();
    assertThat(page.locator("#count")).isVisible();
  }

  /// Wrong passwords: soon the door slows down and says so.
  private static void wrongPasswords(
      Browsing browsing, RunningSuite suite, String language, Spoken spoken) {
    Page other = browsing.window(suite.address(), language, ColorScheme.DARK, 1280);
    Screens door = new Screens(other, suite.address());
    door.open("");
    door.logInForm().waitFor();
    String slow = spoken.text("shell.logIn.throttled.title");
    Locator slowed = other.locator("vaadin-login-form", new Page.LocatorOptions().setHasText(slow));
    for (int i = 0; i < 30 && slowed.count() == 0; i++) { // each pause doubles, so one is met
      door.logIn(Screens.NAME, "wrong " + i);
      door.settled();
    }
    assertThat(door.logInForm()).containsText(slow);
    other.context().close();
  }

  private static void forgedRequest(RunningSuite suite) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(suite.address() + "api/v1/customers")).build();
      assertEquals(401, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  private static String lastNumber(String text) {
    return text.replaceAll("^.*?([^\\s]*\\d[\\d.,]*[^\\s]*)\\D*$", "$1");
  }

  private static long digits(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
