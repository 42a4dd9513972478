package org.marquetry.ui.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A Chromium that notes every console error and every request to another host.
final class Browsing implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final double PATIENCE_MILLIS = 45_000;
  private static final String AXE =
      """
      async rules => {
        const only = rules === 'WORDS' ? {rules: {'color-contrast': {enabled: false}}} : {};
        const result = await axe.run(document, {...only, resultTypes: ['violations'], preload: false});
        return result.violations.map(v => v.id + ': ' + v.help + ' @ ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | '));
      }
      """;

  /// Whether a picture of each page is wanted.
  static final boolean SHOTS = Boolean.getBoolean("marquetry.shots");

  /// Rules of axe.
  enum Rules {
    ALL,
    /// All but those about colours.
    WORDS
  }

  private final Playwright playwright = Playwright.create();
  private final Browser browser;
  private final String axe;
  private final List<String> complaints = new ArrayList<>();

  Browsing() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
    try (InputStream in = Browsing.class.getResourceAsStream("/axe.min.js")) {
      axe =
          new String(
              Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Chromium without what only a screen needs, where it is installed.
  private static Path chromium() {
    return Stream.of("chromium-headless-shell", "chromium")
        .map(Path.of("/usr/bin")::resolve)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium; cnf/verify installs it"));
  }

  /// Open a window of its own: no cookie of another.
  ///
  /// @param locale of the browser, for example `en-US`
  Page window(String address, String locale, ColorScheme scheme, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 860)
                .setLocale(locale)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(m -> {
      if (m.type().equals("error")) {
        complaints.add(page.url() + " console: " + m.text());
      }
    });
    page.onPageError(e -> complaints.add(page.url() + " script: " + e));
    page.onRequest(r -> {
      if (!r.url().startsWith(address)
          && !r.url().startsWith("data:")
          && !r.url().startsWith("blob:")) {
        complaints.add("foreign request: " + r.url());
      }
    });
    return page;
  }

  /// Return what went wrong in any window and forget it.
  List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  /// What axe finds on a page.
  List<String> violations(Page page) {
    return violations(page, Rules.ALL);
  }

  /// What axe finds on a page by some of its rules.
  List<String> violations(Page page, Rules rules) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(axe);
    }
    return page.evaluate(AXE, rules.name()) instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// A picture to look at, when somebody wants to (`-Dmarquetry.shots=true`).
  static void shot(Page page, String name) {
    if (!SHOTS) {
      return;
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots", name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
