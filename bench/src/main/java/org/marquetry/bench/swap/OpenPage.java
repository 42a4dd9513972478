package org.marquetry.bench.swap;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// The page of all customers, open in a real browser all the time: a call types into its search
/// field and waits for the row. The browser belongs to the thread of the first call, so does
/// [#close].
final class OpenPage implements Callable<Boolean> {
  private static final double PATIENCE_MILLIS = 10_000;
  private static final String MARK =
      "() => { window.benched = true; document.querySelector('vaadin-app-layout').benched = true; }";
  private static final String MARKED =
      """
      () => (window.benched ? 'the same document' : 'reloaded')
        + (document.querySelector('vaadin-app-layout')?.benched ? '' : ', drawn anew')
        + ', typed ' + JSON.stringify([...(window.marquetryTyped ?? [])].map(([id, typed]) => [id, typed.field.value]))
        + ' at ' + performance.now()
      """;

  private final String address;
  private final String token;
  private @Nullable Playwright playwright;
  private @Nullable Page page;
  private int calls;

  /// @param token the one-time token of the suite's set-up
  OpenPage(String address, String token) {
    this.address = address;
    this.token = token;
  }

  @Override
  public Boolean call() {
    Page open = page == null ? open() : page;
    String customer = Orders.customer(7 + calls++ % 2);
    open.locator("#search input").fill(customer);
    try {
      open.locator(
              "vaadin-grid-cell-content a:visible", // the grid keeps cells that it does not show
              new Page.LocatorOptions().setHasText(customer))
          .first()
          .waitFor(
              new Locator.WaitForOptions()
                  .setState(WaitForSelectorState.VISIBLE)
                  .setTimeout(PATIENCE_MILLIS));
    } catch (TimeoutError late) {
      throw new IllegalStateException(customer + " is not there: " + seen(open), late);
    }
    return true;
  }

  /// What stands on the page, for whoever reads why a call failed.
  private static String seen(Page page) {
    Locator field = page.locator("#search input");
    String typed = field.count() == 0 ? "no field" : "'" + field.first().inputValue() + "'";
    Object same = page.evaluate(MARKED);
    return typed + ", " + same + ", " + page.locator("body").innerText().replaceAll("\\s+", " ");
  }

  private Page open() {
    Playwright made =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright = made;
    Browser browser =
        made.chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(
                            System.getProperty(
                                "marquetry.chromium", "/usr/bin/chromium-headless-shell")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    Page tab = browser.newPage();
    tab.navigate(address);
    tab.locator("#token input").fill(token);
    tab.locator("#name input").fill("bench");
    tab.locator("#password input").fill("a long password");
    tab.locator("#shop input").fill("Bench");
    tab.locator("#complete").click();
    tab.locator("vaadin-app-layout").waitFor();
    tab.navigate(address + "customers");
    tab.locator("#search").waitFor();
    tab.evaluate(MARK);
    page = tab;
    return tab;
  }

  /// End the browser.
  void close() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
    }
  }
}
