package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/// A fresh home from set-up on, in one suite: starting one for each test would cost minutes.
final class PagesTest extends InBrowser {
  /// As a browser does when another tab is looked at.
  private static final String HIDE =
      """
      hidden => {
        Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;

  private static final double SLOW_MILLIS = 6_000;
  private static final double QUIET_MILLIS = 1_500;

  @Override
  RunningSuite start(Path fresh) {
    return Suites.start(fresh);
  }

  @Override
  void begin() {} // to set it up is the first test

  @AfterEach
  void withoutWhatWasAdded() throws Exception {
    suite.removeAdded();
  }

  @Test
  @Order(1)
  void setUpTakesOnlyTheTokenOfTheTerminal() throws Exception {
    screens.open("");
    assertThat(screens.title()).hasText("Set up your shop");
    assertEquals(List.of(), looks.violations("set-up"));
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
    String body = door.get("users");
    assertTrue(body.startsWith("{\"users\":["), body);
    return body.split("\"id\":", -1).length - 1;
  }

  @Test
  @Order(2)
  void wrongPasswordIsRefusedAndTheRightOneAccepted() {
    screens.logOut();
    assertEquals(List.of(), looks.violations("log-in"));
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
    for (String path :
        new String[] {
          "",
          "system",
          "system/services",
          "system/jobs",
          "system/bundles",
          "extensions",
          "extensions/available",
          "users",
          "notes",
          "no-such-page"
        }) {
      screens.go(path);
      screens.title().waitFor();
      violations.addAll(looks.violations(path.isEmpty() ? "home" : path.replace('/', '-')));
    }
    assertEquals(List.of(), violations);
    assertEquals(
        List.of(), browsing.complaints().stream().filter(c -> !c.contains("404")).toList());
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
    page.locator("#note input").pressSequentially("call the supplier"); // and stay in the field
    Bundle successor = suite.start("notes2", new NotesBundle("1.1.0").jar());
    assertThat(screens.title()).hasText("Notes 1.1.0");
    assertThat(page.locator("#note input")).hasValue("call the supplier");
    suite.remove(old);
    assertThat(screens.title()).hasText("Notes 1.1.0");
    assertThat(screens.navigation("Notes")).hasCount(1);
    byte[] next = new NotesBundle("1.2.0").jar();
    page.locator("#filter input").fill("tea"); // a search, which the server was not told of yet
    Bundle third = suite.start("notes3", next);
    assertThat(screens.title()).hasText("Notes 1.2.0");
    assertThat(page.locator("#filtered")).hasText("tea");
    suite.remove(successor);

    List<Route> held = new ArrayList<>(); // a slow line: what the server is told is under way
    page.route("**/*v-r=uidl*", held::add);
    page.locator("#filter input").fill("cups");
    page.locator("#filter input").press("Enter");
    page.waitForTimeout(SLOW_MILLIS);
    Bundle fourth = suite.start("notes4", new NotesBundle("1.3.0").jar());
    page.unroute("**/*v-r=uidl*");
    held.forEach(Route::resume); // it arrives at a page that has been replaced
    assertThat(screens.title()).hasText("Notes 1.3.0");
    assertThat(page.locator("#filtered")).hasText("cups");
    suite.remove(third);
    suite.remove(fourth);
  }

  @Test
  @Order(5)
  void aTabAsksOnlyWhenThereIsNews() throws Exception {
    screens.open("users");
    page.locator("#user-grid").waitFor();
    screens.settled();
    List<String> asked = new ArrayList<>();
    Consumer<Request> note = request -> asked.add(request.url());
    page.onRequest(note);
    page.waitForTimeout(QUIET_MILLIS);
    assertEquals(List.of(), asked);
    Bundle notes = suite.start("notes", new NotesBundle("1.0.0").jar());
    screens.navigation("Notes").waitFor();
    screens.settled();
    page.waitForTimeout(QUIET_MILLIS); // its texts are news of their own
    asked.clear();
    page.waitForTimeout(QUIET_MILLIS);
    assertEquals(List.of(), asked);
    page.evaluate(HIDE, true);
    suite.remove(notes);
    page.waitForTimeout(QUIET_MILLIS); // Flow tells the server that the tab is hidden
    assertTrue(asked.stream().noneMatch(url -> url.contains("/news?")), asked.toString());
    page.evaluate(HIDE, false);
    assertThat(screens.navigation("Notes")).hasCount(0);
    page.offRequest(note);
  }

  @Test
  @Order(6)
  void stoppedBundlesPageSaysSoAndComesBack() throws Exception {
    Bundle notes = suite.start("notes", new NotesBundle("1.0.0").jar());
    screens.open("notes");
    screens.type("half a thought");
    page.locator("#filter input").pressSequentially("tea"); // the server is not told of it
    notes.stop();
    assertThat(screens.title()).hasText("This page is away");
    Browsing.shot(page, "away");
    notes.start();
    assertThat(screens.title()).hasText("Notes 1.0.0");
    assertThat(page.locator("#note input")).hasValue("half a thought");
    assertThat(page.locator("#filtered")).hasText("tea");
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
  void systemPageTellsHowItIsAndWhoAnswers() {
    screens.go("system");
    assertThat(page.locator(".shell-summary")).containsText("bundles run");
    screens.part("Services").click();
    Locator services = page.locator("#services");
    assertThat(services).containsText("access.api.LogIn");
    assertThat(services).containsText("the only one");
    screens.part("Jobs").click();
    assertThat(page.locator("#system")).containsText("No job has run yet.");
    screens.part("Bundles").click();
    assertThat(page.locator("#bundles")).containsText("platform.api");
  }

  @Test
  @Order(11)
  void administratorAddsAUserWhoSeesOnlyWhatTheRoleAllows() {
    screens.open("users");
    assertThat(page.locator("#user-grid")).containsText(Screens.NAME);
    page.locator("#add-user").click();
    page.locator("#new-name input").fill("Vera");
    page.locator("#new-password input").fill("short");
    page.locator("#roles vaadin-checkbox input").last().check();
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText("Not saved");
    page.locator("#new-password input").fill("a long password");
    page.locator("#submit").click();
    assertThat(page.locator("#new-name")).hasCount(0);
    assertThat(page.locator("#user-grid")).containsText("Vera");
    page.locator("#make-key").click();
    page.locator("#key-label input").fill("shop server");
    page.locator("#submit").click();
    assertTrue(page.locator("#key").innerText().length() > 20);
    page.keyboard().press("Escape");
    screens.logOut();
    screens.logIn("Vera", "a long password");
    screens.home().waitFor();
    assertThat(screens.navigation("What runs")).hasCount(1);
    assertThat(screens.navigation("Users")).hasCount(0);
    screens.open("users");
    screens.home().waitFor();
    screens.logOut();
    screens.logIn(Screens.NAME, Screens.PASSWORD);
    screens.home().waitFor();
  }

  @Test
  @Order(12)
  void everyPageHasHelp() {
    for (String path : new String[] {"", "system", "extensions", "users"}) {
      screens.go(path);
      screens.title().waitFor();
      page.locator("#help").click();
      assertTrue(page.locator("vaadin-dialog.shell-help p").first().innerText().length() > 40);
      page.keyboard().press("Escape");
      assertThat(page.locator("vaadin-dialog.shell-help")).hasCount(0);
    }
  }

  @Test
  @Order(13)
  void forgedRequestsAreRefused() {
    String cookie =
        page.context().cookies().stream()
            .filter(c -> c.name.startsWith("marquetry"))
            .map(c -> c.httpOnly + " " + c.sameSite)
            .findFirst()
            .orElse("none");
    assertEquals("true LAX", cookie);
    screens.open("");
    screens.home().waitFor();
    APIResponse forged =
        page.request()
            .post(
                suite.address() + "?v-r=uidl&v-uiId=0",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData("{\"csrfToken\":\"forged\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"));
    assertFalse(forged.text().contains("\"changes\""), forged.text());
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
    for (String path :
        new String[] {
          "", "system", "system/services", "extensions", "extensions/available", "users"
        }) {
      screens.go(path);
      screens.title().waitFor();
      Browsing.shot(page, "phone-" + (path.isEmpty() ? "home" : path.replace('/', '-')));
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path);
    }
    page.setViewportSize(1280, 860);
  }
}
