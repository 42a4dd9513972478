package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marquetry.platform.testing.RunningSuite;

/// A curious newcomer's first minutes, in both languages: set-up, the figures of a made-up shop
/// while it streams in, the catalogue, one customer, the own file, a segment, and attempts to break
/// it. What stands on the pages is recomputed from the stored events by SQL of the test's own.
final class NewcomerTest {
  private static final int CUSTOMERS = 150;

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-US"})
  void theFirstMinutes(String language) throws Exception {
    LocalDate day;
    String revenue;
    String active;
    String customers;
    long once;
    try (RunningSuite suite = Suites.demo(home, CUSTOMERS);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), language, ColorScheme.LIGHT, 1280);
      Screens screens = new Screens(page, suite.address());
      Spoken spoken = new Spoken(language);
      FirstMinutes minutes = new FirstMinutes(page, screens, spoken);
      minutes.setUp(suite.token());
      assertThat(page.locator("#sample")).hasText(spoken.text("shell.sample"));
      assertThat(page.locator("#running-jobs vaadin-progress-bar").first()).isVisible();
      minutes.wholePast();
      day = minutes.shownDay();
      revenue = minutes.figure("net-revenue", day);
      active = minutes.figure("active-customers", day);
      minutes.rowsAddUp(day);
      minutes.saleDays(day);
      minutes.search();
      customers = minutes.customers();
      minutes.oneCustomer();
      minutes.ownFile(customers);
      once = minutes.segment();
      new Attacks(page, screens, suite, browsing, spoken).all();
      assertEquals(List.of(), browsing.complaints());
    }
    try (StoredShop shop = new StoredShop(home)) {
      assertEquals(FirstMinutes.digits(revenue), shop.revenue(day, "EUR"), day + " " + revenue);
      assertEquals(FirstMinutes.digits(active), shop.active(day), day + " " + active);
      assertEquals(FirstMinutes.digits(customers), shop.customers(), customers);
      assertEquals(once, shop.boughtOnce(60, 120));
    }
  }
}
