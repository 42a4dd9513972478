package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// The sample shop: from the page of one's own shop, and from within.
final class SampleShopTest {
  private static final double START_MILLIS = 90_000;

  @TempDir Path scratch;

  @Test
  void itIsStartedStoppedAndRemovedFromItsPageInBothLanguages() throws Exception {
    Path home = Files.createDirectories(scratch.resolve("own"));
    String where =
        "\"org.marquetry.sandbox.home\": {\"home\": \"%s\", \"port\": 18630}"
            .formatted(scratch.resolve("sample"));
    try (RunningSuite suite = Suites.start(home, "suite", where);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      Looks looks = new Looks(page, screens, browsing);
      screens.open("");
      screens.setUp(suite.token());
      screens.home().waitFor();
      screens.open("sample-shop");
      assertThat(page.locator("#phase")).hasText("There is none yet");
      assertEquals(List.of(), looks.violations("sample-shop-none"));
      try {
        startStopAndRemove(page, screens, looks, browsing);
      } finally {
        new Door(suite.address(), home)
            .answer("POST", "sample-shop/stop", ""); // whatever failed, no process stays
      }
      page.setViewportSize(390, 844);
      screens.settled();
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
      assertEquals(List.of(), browsing.complaints());
    }
  }

  private void startStopAndRemove(Page page, Screens screens, Looks looks, Browsing browsing)
      throws Exception {
    for (String language : List.of("en", "zh-CN")) {
      Spoken spoken = new Spoken(language);
      page.waitForFunction("l => document.documentElement.lang === l", language);
      Locator phase = page.locator("#phase");
      page.locator("#start").click();
      assertThat(phase)
          .containsText(
              spoken.text("system.sample.running", scratch.resolve("sample")),
              new LocatorAssertions.ContainsTextOptions().setTimeout(START_MILLIS));
      assertThat(page.locator("#open"))
          .hasAttribute("href", Pattern.compile("http://127\\.0\\.0\\.1:\\d+/?"));
      assertThat(page.locator("#sample-shop code"))
          .hasText(Pattern.compile("\\w{4}-\\w{4}-\\w{4}"));
      assertEquals(List.of(), looks.violations("sample-shop-" + language, language));
      page.locator("#stop").click();
      assertThat(page.locator("#remove"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(START_MILLIS));
      page.locator("#remove").click();
      assertThat(page.locator("vaadin-dialog").last())
          .containsText(spoken.text("system.sample.remove.words"));
      assertEquals(List.of(), browsing.violations(page));
      page.locator("#remove-yes").click();
      assertThat(phase).hasText(spoken.text("system.sample.none"));
      assertFalse(Files.exists(scratch.resolve("sample")));
      screens.switchLanguage();
    }
  }

  @Test
  void withinItAllIsDeclaredAndItsWorkIsCalledInWords() throws Exception {
    Path home = Files.createDirectories(scratch.resolve("demo"));
    try (RunningSuite suite = Suites.demo(home, 200);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      Looks looks = new Looks(page, screens, browsing);
      screens.open("");
      screens.setUp(suite.token());
      screens.home().waitFor();
      screens.open("system/jobs");
      assertThat(page.locator("#jobs")).containsText("Loading the sample shop’s history");
      assertThat(page.locator("#jobs")).containsText("Building the product search");
      assertEquals(List.of(), looks.violations("jobs-demo"));
      assertTrue(Files.exists(home.resolve("data/sandbox")), "there is something to declare");
      page.waitForCondition(() -> Files.exists(home.resolve("data/clock")));
      String status = new Door(suite.address(), home).get("status");
      assertTrue(status.contains("stores declared, no erasure waits"), status);
      assertFalse(status.contains("no running bundle has declared"), status);
      screens.open("sample-shop");
      assertThat(page.locator("#phase")).hasText("This is the sample shop itself");
      assertEquals(List.of(), looks.violations("sample-shop-itself"));
    }
  }
}
