package org.marquetry.bench.extension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.marquetry.platform.testing.RunningSuite;

/// A partner's desk: a running suite with a page open in a browser, and the command line.
final class Desk implements AutoCloseable {
  private final Path repository;
  private final Path launcher;
  private final Path folder;
  private final Path home;
  private final RunningSuite suite;
  private final Playwright playwright;
  private final Page page;

  Desk(Path launcher, Path repository, Path folder) throws IOException {
    this.repository = repository;
    this.launcher = launcher;
    this.folder = folder;
    home = Files.createDirectories(folder.resolve("home"));
    suite = RunningSuite.start(repository, home, "ui");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(
                            System.getProperty(
                                "marquetry.chromium", "/usr/bin/chromium-headless-shell")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    page = browser.newPage();
    page.navigate(suite.address());
    page.locator("#token input").fill(suite.token());
    page.locator("#name input").fill("bench");
    page.locator("#password input").fill("a long password");
    page.locator("#shop input").fill("Bench");
    page.locator("#complete").click();
    page.locator("vaadin-app-layout").waitFor();
  }

  Page page() {
    return page;
  }

  Path home() {
    return home;
  }

  /// Make, build and install an extension, as the guide says; return once its page is open.
  ///
  /// @return seconds of each step and of all
  Map<String, Object> extension(String name) throws Exception {
    launcher("feature", "trust", "unsigned", "on", "--home", home.toString()).end();
    long began = System.nanoTime();
    launcher("new-extension", "--kind", "view", "--name", name).end();
    long made = System.nanoTime();
    command(List.of("mvn", "-q", "-B", "-ntp", "-f", name + "/pom.xml", "package")).end();
    long built = System.nanoTime();
    launcher("feature", "install", name, "--probation", "0", "--home", home.toString()).end();
    page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(capital(name)))
        .last()
        .click();
    page.locator("#" + name + "-list").waitFor();
    long seen = System.nanoTime();
    return Map.of(
        "make", seconds(began, made),
        "build", seconds(made, built),
        "install", seconds(built, seen),
        "seconds", seconds(began, seen));
  }

  static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static double seconds(long from, long to) {
    return Math.round((to - from) / 1e7) / 100.0;
  }

  Running launcher(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Dmarquetry.repository=" + repository,
                "-jar",
                launcher.toString()));
    command.addAll(List.of(words));
    return command(command);
  }

  private Running command(List<String> words) throws IOException {
    Path log = Files.createTempFile(folder, "run", ".log");
    return new Running(
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start(),
        log);
  }

  /// A command that runs.
  record Running(Process process, Path log) {
    String said() throws IOException {
      return Files.readString(log);
    }

    void end() throws IOException, InterruptedException {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("a command failed: " + said());
      }
    }
  }

  @Override
  public void close() {
    playwright.close();
    suite.close();
  }
}
