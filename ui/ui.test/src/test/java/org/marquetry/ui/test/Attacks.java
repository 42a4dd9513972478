package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.marquetry.platform.testing.RunningSuite;
import org.osgi.framework.Bundle;

/// How a newcomer tries to break it.
record Attacks(Page page, Screens screens, RunningSuite suite, Browsing browsing, Spoken spoken) {
  void all() throws Exception {
    stopABundle();
    secondTab();
    narrowWindows();
    wrongPasswords();
    forgedRequest();
  }

  private void narrowWindows() {
    for (int width : new int[] {390, 640}) { // a phone; 200 % zoom of 1,280
      page.setViewportSize(width, 800);
      screens.open("");
      screens.home().waitFor();
      assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
    page.setViewportSize(1280, 860);
  }

  private void stopABundle() throws Exception {
    screens.go("customers");
    Bundle profiles = suite.bundle("org.marquetry.profile.core");
    profiles.stop();
    screens.go("");
    assertThat(page.locator("#figure-orders .mq-value")).isVisible(); // the rest works
    assertThat(page.locator("#agenda")).isVisible();
    profiles.start();
    screens.go("customers");
    assertThat(page.locator("vaadin-grid-cell-content a").first()).isVisible();
  }

  private void secondTab() {
    Page second = page.context().newPage();
    second.navigate(suite.address() + "customers");
    assertThat(second.locator("#count")).isVisible();
    second.close();
    assertThat(page.locator("#count")).isVisible();
  }

  /// Wrong passwords: soon the door slows down and says so.
  private void wrongPasswords() {
    Page other = browsing.window(suite.address(), spoken.language(), ColorScheme.DARK, 1280);
    Screens door = new Screens(other, suite.address());
    door.open("");
    door.logInForm().waitFor();
    String slow = spoken.text("shell.logIn.throttled.title");
    Locator slowed = other.locator("vaadin-login-form", new Page.LocatorOptions().setHasText(slow));
    for (int i = 0; i < 30 && slowed.count() == 0; i++) { // each pause doubles, so one is met
      door.logIn(Screens.NAME, "wrong " + i);
      door.settled();
    }
    assertThat(door.logInForm()).containsText(slow);
    other.context().close();
  }

  private void forgedRequest() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(suite.address() + "api/v1/customers")).build();
      assertEquals(401, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }
}
