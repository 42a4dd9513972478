package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// A newcomer's first minutes: set-up in the browser's language, then a made-up shop whose history
/// streams in while the page is open.
final class DemoTest {
  private static final int CUSTOMERS = 60;

  @TempDir static Path home;

  @Test
  void theMadeUpShopStreamsInWhileThePageIsOpen() throws Exception {
    try (RunningSuite suite = Suites.demo(home, CUSTOMERS);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "zh-CN", ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      screens.open("");
      assertThat(page.locator("#complete")).hasText("开始");
      chooseEuros(page);
      screens.setUp(suite.token());
      screens.home().waitFor();
      screens.open("customers");
      assertThat(page.locator("#count"))
          .hasText(Pattern.compile("共 " + CUSTOMERS + " 位顾客")); // without a reload
      assertThat(page.locator("vaadin-grid-cell-content a").first()).isVisible();
      assertThat(page.locator("vaadin-grid-cell-content").filter(containing("€")).first())
          .isVisible();
      screens.open("system/jobs");
      assertThat(page.locator("body")).containsText("sandbox.stream");
      assertEquals(List.of(), browsing.complaints());
    }
  }

  /// By typing: first what is no currency, then a code in small letters.
  private static void chooseEuros(Page page) {
    Locator field = page.locator("#currency");
    Locator input = page.locator("#currency input");
    input.fill("xau");
    input.press("Enter");
    assertThat(field).hasAttribute("invalid", "");
    assertThat(field).containsText("没有国家使用货币“xau”");
    input.fill("eur");
    input.press("Enter");
    assertThat(input).hasValue("EUR – 欧元");
    assertThat(field).not().hasAttribute("invalid", "");
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
