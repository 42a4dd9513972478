package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// A fresh home from set-up on, in one suite: starting one for each test would cost minutes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PagesTest {
  private static final Pattern KEY = Pattern.compile("\\b(shell|notes)(\\.[a-zA-Z]+)+\\b");

  @TempDir static Path home;

  private RunningSuite suite;
  private Browsing browsing;
  private Page page;
  private Screens screens;

  @BeforeAll
  void start() throws Exception {
    suite = RunningSuite.start(home);
    browsing = new Browsing();
    page = browsing.window(suite.address(), "en-US", ColorScheme.LIGHT, 1280);
    screens = new Screens(page, suite.address());
  }

  @AfterAll
  void stop() throws Exception {
    if (browsing != null) {
      browsing.close();
    }
    if (suite != null) {
      suite.stop();
    }
  }

  @AfterEach
  void nothingWentWrongInTheBrowser() throws Exception {
    suite.removeAll();
    assertEquals(List.of(), browsing.complaints());
  }

  @Test
  @Order(1)
  void setUpTakesOnlyTheTokenOfTheTerminal() throws Exception {
    screens.open("");
    assertThat(screens.title()).hasText("Set up your shop");
    assertEquals(List.of(), look("set-up"));
    screens.setUp("AAAA-AAAA-AAAA");
    assertThat(screens.problem()).containsText("not the token");
    assertEquals(0, users());
    screens.setUp(suite.token());
    screens.home().waitFor();
    assertThat(screens.home()).containsText("Tea & Paper");
    assertEquals(1, users());
  }

  /// How many users the door tells of.
  private int users() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(suite.address() + "api/v1/users"))
            .header("Authorization", "Bearer " + Files.readString(home.resolve("run/token")))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertTrue(body.startsWith("{\"users\":["), body);
      return body.split("\"id\":", -1).length - 1;
    }
  }

  @Test
  @Order(2)
  void wrongPasswordIsRefusedAndTheRightOneAccepted() {
    screens.logOut();
    assertEquals(List.of(), look("log-in"));
    screens.logIn(Screens.NAME, "wrong password");
    assertThat(screens.logInForm()).containsText("Name or password is wrong");
    screens.open("system");
    screens.logInForm().waitFor();
    screens.logIn("  aDA", Screens.PASSWORD);
    screens.home().waitFor();
    screens.open("setup");
    screens.home().waitFor();
  }

  @Test
  @Order(3)
  void everyPageIsAccessibleInBothLanguagesAndThemes() throws Exception {
    suite.start("notes", new NotesBundle("1.0.0").jar());
    List<String> violations = new ArrayList<>();
    for (String path : new String[] {"", "system", "notes", "no-such-page"}) {
      screens.open(path);
      screens.title().waitFor();
      violations.addAll(look(path.isEmpty() ? "home" : path));
    }
    assertEquals(List.of(), violations);
    assertEquals(
        List.of(), browsing.complaints().stream().filter(c -> !c.contains("404")).toList());
  }

  /// Both languages and both themes of the open page: axe, language of the page, no key left, a
  /// picture.
  private List<String> look(String name) {
    List<String> violations = new ArrayList<>();
    for (String language : new String[] {"en", "zh-CN"}) {
      for (String theme : new String[] {"light", "dark"}) {
        page.waitForFunction("l => document.documentElement.lang === l", language);
        page.waitForFunction("t => document.documentElement.style.colorScheme === t", theme);
        String where = name + "-" + language + "-" + theme;
        Browsing.shot(page, where);
        browsing.violations(page).forEach(v -> violations.add(where + " " + v));
        String text = page.locator("body").innerText();
        assertFalse(KEY.matcher(text).find(), where + " shows a key: " + text);
        boolean chinese =
            text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        assertTrue(chinese || language.equals("en"), where + " has no Chinese: " + text);
        assertTrue(page.title().endsWith("· Marquetry"), where + " is called " + page.title());
        screens.switchTheme();
      }
      screens.switchLanguage();
    }
    page.waitForFunction("document.documentElement.lang === 'en'");
    return violations;
  }

  @Test
  @Order(4)
  void contributedPageAndPanelComeAndGoInAnOpenTab() throws Exception {
    screens.open("");
    assertThat(screens.home()).containsText("No figures yet");
    Bundle notes = suite.start("notes", new NotesBundle("1.0.0").jar());
    assertThat(page.locator("#notes-panel")).hasText("3");
    assertThat(page.locator("marquetry-chart canvas")).hasCount(1);
    screens.navigation("Notes").click();
    assertThat(screens.title()).hasText("Notes 1.0.0");
    screens.navigation("Today").click();
    page.locator("#notes-panel").waitFor();
    suite.remove(notes);
    assertThat(page.locator("#notes-panel")).hasCount(0);
    assertThat(screens.navigation("Notes")).hasCount(0);
    assertThat(screens.home()).containsText("No figures yet");
  }

  @Test
  @Order(5)
  void swapKeepsWhatWasTyped() throws Exception {
    Bundle old = suite.start("notes1", new NotesBundle("1.0.0").jar());
    screens.open("notes");
    screens.type("call the supplier");
    Bundle successor = suite.start("notes2", new NotesBundle("1.1.0").jar());
    assertThat(screens.title()).hasText("Notes 1.1.0");
    assertThat(page.locator("#note input")).hasValue("call the supplier");
    suite.remove(old);
    assertThat(screens.title()).hasText("Notes 1.1.0");
    assertThat(screens.navigation("Notes")).hasCount(1);
    suite.remove(successor);
  }

  @Test
  @Order(6)
  void stoppedBundlesPageSaysSoAndComesBack() throws Exception {
    Bundle notes = suite.start("notes", new NotesBundle("1.0.0").jar());
    screens.open("notes");
    screens.type("half a thought");
    notes.stop();
    assertThat(screens.title()).hasText("This page is away");
    Browsing.shot(page, "away");
    notes.start();
    assertThat(screens.title()).hasText("Notes 1.0.0");
    assertThat(page.locator("#note input")).hasValue("half a thought");
    suite.remove(notes);
    assertThat(screens.title()).hasText("This page is away");
  }

  @Test
  @Order(7)
  void classesOfAGoneBundleAreLetGoWhileTheTabIsOpen() throws Exception {
    WeakReference<ClassLoader> loader = visitAndRemove();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (loader.get() != null && System.nanoTime() < end) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(loader.get() == null, "the class loader of the removed bundle is still in memory");
    screens.navigation("Today").click();
    screens.home().waitFor();
  }

  private WeakReference<ClassLoader> visitAndRemove() throws Exception {
    Bundle notes = suite.start("notes", new NotesBundle("1.0.0").jar());
    screens.open("");
    page.locator("#notes-panel").waitFor();
    screens.navigation("Notes").click();
    assertThat(screens.title()).hasText("Notes 1.0.0");
    WeakReference<ClassLoader> loader =
        new WeakReference<>(notes.adapt(BundleWiring.class).getClassLoader());
    assertNotNull(loader.get());
    suite.remove(notes);
    assertThat(screens.title()).hasText("This page is away");
    return loader;
  }

  @Test
  @Order(8)
  void systemPageTellsWhoAnswers() {
    screens.open("system");
    Locator services = page.locator("#services");
    assertThat(services).containsText("access.api.LogIn");
    assertThat(services).containsText("the only one");
    assertThat(page.locator(".shell-summary")).containsText("bundles run");
    assertThat(page.locator("#bundles")).containsText("ui.shell");
  }

  @Test
  @Order(9)
  void onlyPublicFilesAreServedAndEveryAnswerIsGuarded() {
    APIResponse picture = page.request().get(suite.address() + "shell/icon.svg");
    assertEquals("image/svg+xml", picture.headers().get("content-type"));
    for (String path : List.of("", "shell/shell.css", "VAADIN/", "no-such-page")) {
      assertTrue(
          page.request()
              .get(suite.address() + path)
              .headers()
              .get("content-security-policy")
              .startsWith("default-src 'none'"),
          path);
    }
    for (String path :
        List.of(
            "org/marquetry/ui/shell/texts_en.properties",
            "META-INF/MANIFEST.MF",
            "shell/../META-INF/MANIFEST.MF")) {
      String text = page.request().get(suite.address() + path).text();
      assertFalse(text.contains("shell.home=") || text.contains("Bundle-SymbolicName"), path);
    }
  }

  @Test
  @Order(10)
  void phoneHasNoSidewaysScrolling() {
    page.setViewportSize(390, 800);
    for (String path : new String[] {"", "system"}) {
      screens.open(path);
      screens.title().waitFor();
      Browsing.shot(page, "phone-" + (path.isEmpty() ? "home" : path));
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path);
    }
    page.setViewportSize(1280, 860);
  }
}
