package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// The sample shop's clock and its truth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WorldPagesTest {
  private static final int CUSTOMERS = 400;
  private static final double LOADED_MILLIS = 180_000;

  @TempDir static Path home;

  private RunningSuite suite;
  private Browsing browsing;
  private Page page;
  private Screens screens;
  private Looks looks;

  @BeforeAll
  void start() throws Exception {
    suite = Suites.demo(home, CUSTOMERS);
    browsing = new Browsing();
    page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
    screens = new Screens(page, suite.address());
    looks = new Looks(page, screens, browsing);
    screens.open("");
    screens.setUp(suite.token());
    screens.home().waitFor();
  }

  @AfterAll
  void stop() throws Exception {
    if (browsing != null) {
      browsing.close();
    }
    if (suite != null) {
      suite.close();
    }
  }

  @AfterEach
  void nothingWentWrongInTheBrowser() {
    assertEquals(List.of(), browsing.complaints());
  }

  @Test
  @Order(1)
  void theClockStandsGoesFastAndGoesToADay() {
    screens.open("world");
    assertThat(page.locator("#world-words"))
        .hasText(
            "The world lives and answers.",
            new LocatorAssertions.HasTextOptions().setTimeout(LOADED_MILLIS));
    assertThat(page.locator("#world-customers")).hasText(String.valueOf(CUSTOMERS));
    assertThat(page.locator("#world")).containsText("goes as your computer’s does");
    assertThat(page.locator("#go")).isDisabled();
    page.locator("#pause").click();
    assertThat(page.locator("#world")).containsText("stands");
    assertThat(page.locator("#pause")).isDisabled();
    assertEquals(List.of(), looks.violations("world"));
    page.locator("#fast").click();
    assertThat(page.locator("#world")).containsText("goes 1 days a second");
    assertThat(page.locator("#world-customers"))
        .not()
        .hasText(String.valueOf(CUSTOMERS)); // new ones come
    page.locator("#pause").click();
    assertThat(page.locator("#world")).containsText("stands");
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(150);
    page.locator("#day input").fill(day.toString());
    page.locator("#day input").press("Enter");
    page.locator("#go").click();
    assertThat(page.locator("#world-words")).containsText("On the way to");
    assertThat(page.locator("#world-bar")).isVisible();
    page.locator("#pause").click();
    assertThat(page.locator("#world-words")).hasText("The world lives and answers.");
    assertThat(page.locator("#world-bar")).isHidden();
  }

  @Test
  @Order(2)
  void theTruthStandsBesideWhatWasMeasured() {
    screens.open("reveal");
    assertThat(page.locator("#mark")).containsText("Only here, in the sample shop");
    Locator element = page.locator("#by-element tbody tr");
    assertThat(element).hasCount(4);
    Pattern both = Pattern.compile("Plain\\s+[0-9.]+ %\\s+[0-9.]+ % \\[[0-9.]+ %; [0-9.]+ %].*");
    assertThat(element.first()).hasText(both);
    assertThat(page.locator("#customer-truth")).containsText("Choose a customer");
    page.locator("#customer input").fill("C000007");
    page.locator("vaadin-combo-box-item").first().click();
    assertThat(page.locator("#top tbody tr")).hasCount(10);
    assertThat(page.locator("#effects tbody tr")).hasCount(16);
    assertThat(page).hasURL(suite.address() + "reveal/C000007");
    page.reload();
    assertThat(page.locator("#top tbody tr")).hasCount(10);
    assertEquals(List.of(), looks.violations("reveal"));
    screens.open("reveal/nobody");
    assertThat(page.locator("#customer-truth")).containsText("does not know this customer");
    assertEquals(List.of(), looks.violations("reveal-nobody"));
  }
}
