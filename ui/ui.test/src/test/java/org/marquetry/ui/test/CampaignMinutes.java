package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// From nothing to a launched campaign, and from Today to a decision about it: a marketer's daily
/// tasks C and E, on the sample shop's clock.
record CampaignMinutes(Page page, Screens screens, Spoken spoken, Door door, Path home) {
  static final int DAYS =
      28; // long enough for far more than the ten buyers of each group that a chart needs
  static final double MARGIN = 0.3;
  private static final int FROM_NOTHING = 40; // interactions at most
  private static final int FROM_PROPOSAL = 25;
  private static final int TO_DECIDE = 8;
  private static final double PATIENCE = 240_000;
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <([^>]+)>");
  private static final Pattern LAUNCHED = Pattern.compile("\"at\":\"([^\"]+)\"");

  /// What the check page said.
  record Checked(long segment, long suppressed, long noConsent, long noAddress, long reached) {}

  /// What the result page said.
  ///
  /// @param groups people and messages of each
  /// @param effect more profit a person, in major units, as text
  record Result(Set<List<Long>> groups, String effect) {}

  /// From here on the pages are in this language.
  void speak() {
    screens.go("campaigns");
    screens.title().waitFor();
    screens.speak(spoken.language());
  }

  /// The shop's time does not go on by itself from here on.
  void standStill() {
    screens.go("world");
    assertThat(page.locator("#world-words"))
        .hasText(
            spoken.text("sandbox.world.living"),
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    page.locator("#pause").click();
    assertThat(page.locator("#world")).containsText(spoken.text("sandbox.world.pace.stands"));
  }

  /// Task C from a proposal to the check: what it would earn falls with twice the discount, is
  /// another with people taken by chance, and follows at once.
  void fromAProposal() {
    Hand hand = new Hand(page);
    screens.go("new-campaign");
    hand.fill("#budget input", "2000");
    hand.leave();
    hand.click("#propose");
    Locator profit = page.locator("#proposal-strong .mq-value");
    assertThat(profit).hasText(Pattern.compile(".*\\d.*"));
    assertThat(page.locator("#proposals > [id^=proposal-]")).hasCount(3);
    String strong = profit.innerText();
    int discount = Integer.parseInt(page.locator("#discount-strong input").inputValue());
    hand.fill("#discount-strong input", Integer.toString(2 * discount));
    hand.leave();
    assertThat(profit).not().hasText(strong);
    assertTrue(amount(profit.innerText()) < amount(strong), strong + " " + profit.innerText());
    hand.fill("#discount-strong input", Integer.toString(discount));
    hand.leave();
    assertThat(profit).hasText(strong);
    hand.click("#random-strong");
    assertThat(profit).not().hasText(strong);
    hand.click("#random-strong");
    assertThat(profit).hasText(strong);
    look();
    hand.click("#choose-strong");
    page.waitForURL(Pattern.compile(".*/campaigns/k-.*"));
    assertThat(page.locator("#readiness"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#glance-profit")).hasText(Pattern.compile(".*\\d.*"));
    assertTrue(hand.acts() + 5 <= FROM_PROPOSAL, "interactions " + hand.acts()); // and the launch
  }

  private static long amount(String money) {
    long digits = FirstMinutes.digits(money);
    return money.contains("-") || money.contains("\u2212") ? -digits : digits;
  }

  /// Task C without a proposal.
  ///
  /// @return the campaign's id
  String fromNothing() {
    Hand hand = new Hand(page);
    screens.go("mails");
    hand.click("#add-mail");
    hand.fill("#mail-name input", "M-" + spoken.language());
    hand.click("#submit");
    assertThat(screens.title()).hasText("M-" + spoken.language());
    screens.go("campaigns");
    hand.click("#add-campaign");
    hand.click("#from-nothing");
    hand.fill("#campaign-name input", "K-" + spoken.language());
    hand.click("#submit");
    assertThat(screens.title()).hasText("K-" + spoken.language());
    page.waitForURL(Pattern.compile(".*/campaigns/k-.*"));
    String id = page.url().replaceAll(".*/", "");
    hand.choose("#mail", "M-" + spoken.language());
    hand.fill("#days input", Integer.toString(DAYS));
    hand.leave();
    hand.fill("#holdout input", "50");
    hand.leave();
    assertThat(page.locator("#history-grid")).containsText("4"); // three changes, each a version
    hand.click("#test");
    hand.fill("#more-seeds input", "ada@shop.example");
    hand.click("#submit");
    assertThat(page.locator("#tests")).containsText("ada@shop.example");
    assertThat(page.locator("#tests")).containsText(spoken.text("strategy.test.kept"));
    page.keyboard().press("Escape");
    assertThat(page.locator("#glance-planned"))
        .hasText(
            Pattern.compile("\\d+"), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#readiness")).hasClass(Pattern.compile(".*shell-good.*"));
    look();
    hand.click("#approve");
    assertThat(page.locator("#state")).hasText(spoken.text("strategy.state.approved"));
    assertTrue(hand.acts() + 3 <= FROM_NOTHING, "interactions " + hand.acts());
    return id;
  }

  /// The sum that adds up, as it stands on the page.
  Checked check() {
    Checked checked =
        new Checked(
            number("#glance-audience"),
            part("suppressed"),
            part("no_consent"),
            part("no_address"),
            part("planned") + part("holdout"));
    assertEquals(
        checked.segment,
        checked.suppressed + checked.noConsent + checked.noAddress + checked.reached,
        checked.toString());
    assertEquals(part("planned"), number("#glance-planned"));
    assertEquals(part("holdout"), number("#glance-holdout"));
    return checked;
  }

  private long part(String name) {
    Locator part = page.locator("#part-" + name);
    return part.count() == 0 ? 0 : FirstMinutes.digits(part.innerText());
  }

  private long number(String selector) {
    return FirstMinutes.digits(page.locator(selector).innerText());
  }

  /// A double click, a reload and a second tab are one launch.
  ///
  /// @return when it was launched
  Instant launch(String id) throws IOException, InterruptedException {
    long planned = part("planned");
    page.locator("#launch").click();
    page.locator("#recipients input").fill(Long.toString(planned));
    page.locator("#submit").dblclick();
    assertThat(page.locator("#progress")).isVisible();
    page.reload();
    assertThat(page.locator("#launch")).hasCount(0);
    Matcher at = LAUNCHED.matcher(door.get("campaigns/" + id + "/progress"));
    assertTrue(at.find());
    look();
    return Instant.parse(at.group(1));
  }

  /// To the beginning of the day after the test's last one, where the clock stands.
  void goOn() {
    screens.go("world");
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS + 3);
    page.locator("#day input").fill(day.toString());
    page.locator("#day input").press("Enter");
    page.locator("#go").click();
    assertThat(page.locator("#world-bar")).isVisible();
    assertThat(page.locator("#world-bar"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#world")).containsText(spoken.text("sandbox.world.pace.stands"));
  }

  /// A mail in the outbox ends messages with one click of its reader's program.
  void mailsAreThere(String id) throws IOException {
    List<Path> mails;
    try (Stream<Path> files = Files.walk(home.resolve("outbox"))) {
      mails =
          files
              .filter(f -> f.toString().endsWith(".eml") && !f.toString().contains("test-"))
              .filter(f -> f.toString().contains(id))
              .toList();
    }
    assertTrue(!mails.isEmpty(), "mails of " + id);
    String mail = Files.readString(mails.getFirst(), StandardCharsets.ISO_8859_1);
    Matcher link = LINK.matcher(mail.replaceAll("\r?\n[ \t]+", " "));
    assertTrue(link.find(), mail);
    APIResponse asked = page.request().get(link.group(1));
    assertEquals(200, asked.status());
    assertTrue(asked.text().contains("<form method=\"post\""), asked.text());
    APIResponse done =
        page.request()
            .post(
                link.group(1),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData("List-Unsubscribe=One-Click"));
    assertEquals(200, done.status());
  }

  /// Task E: from Today to a decision.
  Result decide(String id) {
    Hand hand = new Hand(page);
    screens.go("");
    Locator waits =
        page.locator(
            "#agenda-waits a[href='experiments/"
                + id
                + "'], #agenda-wrong a[href='experiments/"
                + id
                + "']");
    assertThat(waits).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    hand.click(waits);
    assertThat(page.locator("#verdict")).hasText(Pattern.compile(".{10,}"));
    assertThat(page.locator("#advice")).isVisible();
    assertThat(page.locator("#difference")).hasText(Pattern.compile(".*\\d.*"));
    Browsing.shot(page, "result-" + spoken.language());
    Result result = result();
    look();
    hand.click("#decide");
    hand.fill("#reason input", "K!");
    hand.click("#submit");
    assertThat(page.locator("#decisions")).containsText("K!");
    assertTrue(hand.acts() <= TO_DECIDE, "interactions " + hand.acts());
    APIResponse pdf =
        page.request().get(page.evaluate("document.querySelector('#report-pdf').href").toString());
    assertEquals("%PDF", new String(pdf.body(), 0, 4, StandardCharsets.US_ASCII));
    return result;
  }

  private Result result() {
    Set<List<Long>> groups = new HashSet<>();
    for (List<String> cells : table("guardrails")) {
      groups.add(List.of(FirstMinutes.digits(cells.get(1)), FirstMinutes.digits(cells.get(2))));
    }
    return new Result(groups, table("points").getLast().get(1));
  }

  /// All at once, since it is drawn anew when there is news.
  @SuppressWarnings("unchecked") // the browser gives texts
  private List<List<String>> table(String id) {
    page.locator("#" + id + " tbody td").first().waitFor(ATTACHED);
    return (List<List<String>>)
        page.evaluate(
            "id => [...document.querySelectorAll('#' + id + ' tbody tr')]"
                + ".map(row => [...row.cells].map(cell => cell.textContent))",
            id);
  }

  /// No text is its key or stands in the other language, but for the switch to it.
  private void look() {
    screens.settled();
    List<String> strays = new ArrayList<>(spoken.strays(page.locator("body").innerText()));
    strays.remove(page.locator("#language").innerText().strip());
    assertEquals(List.of(), strays, page.url());
  }
}
