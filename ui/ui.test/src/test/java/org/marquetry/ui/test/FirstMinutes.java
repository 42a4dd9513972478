package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a newcomer looks at first, by the rows of the first ten minutes.
record FirstMinutes(Page page, Screens screens, Spoken spoken) {
  private static final double PATIENCE = 180_000;

  /// Row 2: the browser's language, a wrong token, a wrong and a typed currency; the token works
  /// once.
  void setUp(String token) {
    refuseWrongToken();
    screens.setUp(token);
    screens.home().waitFor();
    nobodySetsItUpAgain();
  }

  /// The same window's minutes in another language.
  FirstMinutes in(String language) throws IOException {
    return new FirstMinutes(page, screens, new Spoken(language));
  }

  /// From here on the pages are in this language.
  void speak() {
    screens.open("");
    screens.home().waitFor();
    screens.speak(spoken.language());
  }

  private void nobodySetsItUpAgain() {
    screens.open("setup");
    screens.home().waitFor();
  }

  /// The page to set it up, in the browser's language.
  void refuseWrongToken() {
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
  }

  /// It says that the shop is made up, and shows the progress of its past.
  void streamsIn() {
    assertThat(page.locator("#sample")).hasText(spoken.text("shell.sample"));
    assertThat(page.locator("#running-jobs vaadin-progress-bar").first()).isVisible();
  }

  /// The bar goes when all is there.
  void wholePast() {
    screens.go("");
    assertThat(page.locator("#running-jobs vaadin-progress-bar"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#up-to")).hasText(Pattern.compile(".*\\d\\d:\\d\\d.*"));
    assertThat(page.locator("#chart-panel marquetry-chart canvas")).hasCount(1);
    assertThat(page.locator("#agenda-waits")).isVisible();
    Browsing.shot(page, "newcomer-home-" + page.evaluate("document.documentElement.lang"));
  }

  /// The day that the page of a figure chooses: the last whole one.
  LocalDate shownDay() {
    screens.go("figures/net-revenue");
    assertThat(page.locator("#day input")).hasValue(Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    return LocalDate.parse(page.locator("#day input").inputValue()).minusDays(7);
  }

  String figure(String figure, LocalDate day) {
    screens.go("figures/" + figure + "?day=" + day);
    assertThat(page.locator("#sum")).hasText(Pattern.compile(".*\\d.*"));
    assertThat(page.locator("#explanation")).containsText(Pattern.compile("\\d"));
    return lastNumber(page.locator("#sum").innerText());
  }

  void rowsAddUp(LocalDate day) {
    String sum = figure("net-revenue", day);
    Locator cells = page.locator("#rows vaadin-grid-cell-content");
    long shown =
        cells.allInnerTexts().stream()
            .filter(t -> t.contains("€"))
            .mapToLong(FirstMinutes::digits)
            .sum();
    String count = page.locator("#sum").innerText().replaceAll("^\\D*(\\d+).*$", "$1");
    if (Integer.parseInt(count) <= 10) { // all of them are on the screen
      assertEquals(digits(sum), shown);
    }
  }

  /// A sale day is called by its name.
  void saleDays(LocalDate day) {
    int year =
        LocalDate.of(day.getYear(), 11, 11).isBefore(day) ? day.getYear() : day.getYear() - 1;
    screens.go("figures/net-revenue?day=" + LocalDate.of(year, 11, 11));
    assertThat(page.locator("#explanation"))
        .containsText(spoken.isChinese() ? "双十一" : "Singles’ Day");
  }

  String customers() {
    screens.go("customers");
    Locator count = page.locator("#count");
    assertThat(count).hasText(Pattern.compile(".*\\d.*"));
    assertThat(page.locator("vaadin-grid-cell-content a").first()).isVisible();
    assertTrue(count.innerText().matches(spoken.isChinese() ? "共 .* 位顾客" : ".* customers"));
    return count.innerText();
  }

  /// Row 5: the events behind the header add up to it.
  void oneCustomer() {
    screens.go("customers?by=net_revenue&descending=true");
    page.locator("#customer-grid a").first().click();
    Locator tile = page.locator("#trait-netRevenue");
    String header = tile.locator(".mq-value").innerText();
    tile.locator("button").click();
    assertThat(page.locator("#sum")).containsText(header);
    assertThat(page.locator("#timeline li").first()).isVisible();
  }

  /// Row 4: a red dress, in the words of the language and with a slip of the finger.
  void search() {
    String words = spoken.isChinese() ? "红色连衣裙" : "red dres";
    screens.go("search");
    page.locator("#words input").pressSequentially(words);
    Locator first = page.locator("#hits > li").first();
    assertThat(first.locator(".mq-name")).containsText(Pattern.compile("\\bred\\b|红色"));
    assertThat(first.locator(".mq-name")).containsText(Pattern.compile("dress|连衣裙"));
    assertThat(first.locator(".mq-price")).containsText(Pattern.compile("\\d"));
    assertThat(page.locator("#hits .mq-picture img").first()) // they are drawn one by one
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    first.locator(".mq-why summary").click();
    assertThat(first.locator(".mq-why")).containsText(spoken.isChinese() ? "的分量" : "of the weight");
    List<String> names = page.locator("#hits .mq-name").allInnerTexts();
    assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    look();
  }

  /// Row 6: the own file is understood, three rows are named with their reasons, the own shop is
  /// offered, and taking it back leaves no trace.
  ///
  /// @param customers what the customers page said before
  void ownFile(String customers) {
    screens.go("imports");
    drop("offer.csv", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII));
    assertThat(page.locator("#upload-problem")).containsText("PDF");
    drop("订单.csv", OwnFile.orders("A"));
    assertThat(screens.title()).hasText("订单.csv");
    assertThat(page.locator("#understood")).containsText("GB18030");
    assertThat(page.locator("#column-6 vaadin-combo-box input"))
        .hasValue(spoken.isChinese() ? "金额" : "Amount");
    page.locator("#start").click();
    assertThat(page.locator("#count-added")).hasText(Integer.toString(OwnFile.ROWS - 3));
    assertThat(page.locator("#count-bad")).hasText("3");
    for (int row : new int[] {OwnFile.BAD_TIME, OwnFile.BAD_AMOUNT, OwnFile.TOO_SHORT}) {
      assertThat(page.locator("#bad-grid")).containsText(Integer.toString(row));
    }
    assertThat(page.locator("#bad-grid"))
        .containsText(spoken.isChinese() ? "时间无法识别" : "the time cannot be read");
    assertThat(page.locator("#own-shop")).containsText("launcher/marquetry run");
    look();
    String address = page.url();
    screens.go("customers");
    assertThat(page.locator("#count"))
        .containsText(Long.toString(digits(customers) + OwnFile.CUSTOMERS));
    page.navigate(address);
    page.locator("#undo").click();
    page.locator("#undo-sure").click();
    page.locator("#undo")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    screens.go("customers");
    assertThat(page.locator("#count")).hasText(customers);
  }

  private void drop(String name, byte[] content) {
    page.locator("#upload input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", content));
  }

  /// Row 7: the count follows the finger, the sentence reads well, a member does match.
  ///
  /// @return how many bought once, 60 to 120 days ago
  long segment() {
    screens.go("segments");
    page.locator("#template-once-60-120").click();
    Locator count = page.locator("#segment-count");
    assertThat(count).hasText(Pattern.compile("[\\d,]+"));
    String once = count.innerText();
    Locator from = page.locator(".mq-rule-row").nth(1).locator("[data-field=from] input");
    from.fill("0");
    assertThat(count).not().hasText(once); // somebody bought once lately
    assertThat(page.locator("#sentence")).containsText("120");
    from.fill("60");
    assertThat(count).hasText(once);
    page.locator("#sample vaadin-button").first().click();
    assertThat(page.locator("#verdict")).hasText(spoken.text("profile.segment.is"));
    look();
    return digits(once);
  }

  /// No text is its key or stands in the other language, but for the switch to it and what is in
  /// the file.
  private void look() {
    List<String> strays = new ArrayList<>(spoken.strays(page.locator("body").innerText()));
    strays.remove(page.locator("#language").innerText().strip());
    strays.removeAll(OwnFile.COLUMNS);
    assertEquals(List.of(), strays, page.url());
  }

  private static String lastNumber(String text) {
    return text.replaceAll("^.*?([^\\s]*\\d[\\d.,]*[^\\s]*)\\D*$", "$1");
  }

  static long digits(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
