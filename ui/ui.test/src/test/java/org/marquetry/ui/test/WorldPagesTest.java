package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.testing.RunningSuite;

/// The sample shop from within: its work, its clock and its truth.
final class WorldPagesTest extends InBrowser {
  private static final int CUSTOMERS = 400;
  private static final int PRODUCTS = 200;
  private static final double LOADED_MILLIS = 180_000;

  @Override
  RunningSuite start(Path fresh) {
    return Suites.demo(fresh, CUSTOMERS, PRODUCTS);
  }

  @Test
  @Order(1)
  void withinItAllIsDeclaredAndItsWorkIsCalledInWords() throws Exception {
    screens.go("system/jobs");
    assertThat(page.locator("#jobs")).containsText("Loading the sample shop’s history");
    assertThat(page.locator("#jobs")).containsText("Building the product search");
    assertEquals(List.of(), looks.violations("jobs-demo"));
    assertTrue(Files.exists(home.resolve("data/sandbox")), "there is something to declare");
    page.waitForCondition(() -> Files.exists(home.resolve("data/clock")));
    String status = door.get("status");
    assertTrue(status.contains("stores declared, no erasure waits"), status);
    assertFalse(status.contains("no running bundle has declared"), status);
    screens.go("sample-shop");
    assertThat(page.locator("#phase")).hasText("This is the sample shop itself");
    assertEquals(List.of(), looks.violations("sample-shop-itself"));
  }

  @Test
  @Order(2)
  void theClockStandsGoesFastAndGoesToADay() {
    screens.go("world");
    assertThat(page.locator("#world-words"))
        .hasText(
            "The world lives and answers.",
            new LocatorAssertions.HasTextOptions().setTimeout(LOADED_MILLIS));
    assertThat(page.locator("#world")).containsText("goes as your computer’s does");
    assertThat(page.locator("#go")).isDisabled();
    page.locator("#pause").click();
    assertThat(page.locator("#world")).containsText("stands");
    assertThat(page.locator("#pause")).isDisabled();
    assertEquals(List.of(), looks.violations("world"));
    String before = page.locator("#world-customers").innerText();
    int customers = Integer.parseInt(before); // one may have come since the start
    assertTrue(customers >= CUSTOMERS && customers < CUSTOMERS + 10, before);
    page.locator("#fast").click();
    assertThat(page.locator("#world")).containsText("goes a day a second");
    assertThat(page.locator("#world-customers")).not().hasText(before); // new ones come
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
  @Order(3)
  void theTruthStandsBesideWhatWasMeasured() {
    screens.go("reveal");
    assertThat(page.locator("#mark")).containsText("Only here, in the sample shop");
    Locator element = page.locator("#by-element tbody tr");
    assertThat(element).hasCount(4);
    Pattern both = Pattern.compile("Plain\\s*[0-9.]+ %\\s*[0-9.]+ % \\[[0-9.]+ %; [0-9.]+ %].*");
    assertThat(element.first()).hasText(both);
    assertThat(page.locator("#customer-truth")).containsText("Choose a customer");
    page.locator("#customer input").fill("C000007");
    page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("C000007"))
        .first()
        .click();
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
