package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

/// The sample shop, from the page of one's own shop; from within: [WorldPagesTest].
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
      nothingWasLearned(page, screens, looks);
      screens.open("sample-shop");
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

  private static void nothingWasLearned(Page page, Screens screens, Looks looks) throws Exception {
    Spoken spoken = new Spoken("en");
    screens.open("recommendations");
    assertThat(page.locator("#no-model"))
        .containsText(spoken.text("strategy.recommendations.empty.text"));
    assertThat(page.locator("#ranking-grid"))
        .containsText(spoken.text("strategy.ranking.in_stock.one"));
    assertEquals(List.of(), looks.violations("recommendations-empty"));
  }

  private void startStopAndRemove(Page page, Screens screens, Looks looks, Browsing browsing)
      throws Exception {
    List<String> languages = List.of("en", "zh-CN");
    page.locator("#start").click();
    for (String language : languages) {
      runs(page, new Spoken(language), screens);
    }
    assertEquals(List.of(), looks.violations("sample-shop-running", "en"));
    page.locator("#stop").click();
    assertThat(page.locator("#remove"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(START_MILLIS));
    for (String language : languages) {
      Spoken spoken = new Spoken(language);
      page.locator("#remove").click();
      assertThat(page.locator("vaadin-dialog").last())
          .containsText(spoken.text("system.sample.remove.words"));
      assertEquals(List.of(), browsing.violations(page));
      if (spoken.isChinese()) {
        page.locator("#remove-yes").click();
      } else {
        page.keyboard().press("Escape");
        assertThat(page.locator("#remove-yes")).hasCount(0);
        switchTo(page, screens, "zh-CN");
      }
    }
    assertThat(page.locator("#phase")).hasText(new Spoken("zh-CN").text("system.sample.none"));
    assertFalse(Files.exists(scratch.resolve("sample")));
    switchTo(page, screens, "en");
    assertThat(page.locator("#phase")).hasText(new Spoken("en").text("system.sample.none"));
  }

  /// Ends in the other language.
  private void runs(Page page, Spoken spoken, Screens screens) {
    assertThat(page.locator("#phase"))
        .containsText(
            spoken.text("system.sample.running", scratch.resolve("sample")),
            new LocatorAssertions.ContainsTextOptions().setTimeout(START_MILLIS));
    assertThat(page.locator("#open"))
        .hasAttribute("href", Pattern.compile("http://127\\.0\\.0\\.1:\\d+/?"));
    assertThat(page.locator("#sample-shop code")).hasText(Pattern.compile("\\w{4}-\\w{4}-\\w{4}"));
    switchTo(page, screens, spoken.isChinese() ? "en" : "zh-CN");
  }

  private static void switchTo(Page page, Screens screens, String language) {
    screens.switchLanguage();
    page.waitForFunction("l => document.documentElement.lang === l", language);
  }
}
