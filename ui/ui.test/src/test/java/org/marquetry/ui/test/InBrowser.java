package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// A suite on a fresh home that its first user has set up, and a window on it, for all tests of a
/// class, which run in their order. Each test fails when something went wrong in the browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InBrowser {
  private final String language;

  Path home;
  RunningSuite suite;
  Door door;
  Browsing browsing;
  Page page;
  Screens screens;
  Looks looks;
  Spoken spoken; // the language of the page that was visited last

  InBrowser() {
    this("en-US");
  }

  /// @param language of the browser
  InBrowser(String language) {
    this.language = language;
  }

  RunningSuite start(Path fresh) throws IOException {
    return Suites.start(fresh, "pages");
  }

  void begin() throws Exception {
    screens.open("");
    screens.setUp(suite.token());
    screens.home().waitFor();
  }

  @BeforeAll
  final void open(@TempDir Path fresh) throws Exception {
    home = fresh;
    suite = start(fresh);
    door = new Door(suite.address(), fresh);
    browsing = new Browsing();
    page = browsing.window(suite.address(), language, ColorScheme.LIGHT, 1280);
    screens = new Screens(page, suite.address());
    looks = new Looks(page, screens, browsing);
    begin();
  }

  /// Open a page in a language, whatever the tab spoke before.
  final void visit(String path, String language) throws IOException {
    spoken = new Spoken(language);
    screens.go(path);
    screens.title().waitFor();
    screens.speak(language);
  }

  /// The small button of a row.
  ///
  /// @param key of what it says
  /// @param about the row's name
  final Locator action(String key, String about) {
    return page.locator("[aria-label=\"" + spoken.text(key) + ": " + about + "\"]");
  }

  /// Submit the open dialog, which closes.
  final void submit() {
    page.locator("#submit").click();
    assertThat(page.locator("#submit")).hasCount(0);
  }

  @AfterAll
  final void close() throws Exception {
    if (browsing != null) {
      browsing.close();
    }
    if (suite != null) {
      suite.close();
    }
  }

  @AfterEach
  final void nothingWentWrongInTheBrowser() {
    assertEquals(List.of(), browsing.complaints());
  }
}
