package org.marquetry.ui.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.testing.RunningSuite;

/// A curious newcomer's first minutes, in both languages: set-up, the figures of a made-up shop
/// while it streams in, the catalogue, one customer, the own file, a segment, and attempts to break
/// it. What stands on the pages is recomputed from the stored events by SQL of the test's own.
final class NewcomerTest {
  private static final int CUSTOMERS = 150;
  private static final int MORE_CUSTOMERS = 500; // enough for three proposals

  private static final int PRODUCTS = 200;

  @TempDir Path home;

  /// Both languages on one shop, which is set up once.
  @Test
  void theFirstMinutes() throws Exception {
    List<Seen> seen = new ArrayList<>();
    try (RunningSuite suite = Suites.demo(home, CUSTOMERS, PRODUCTS);
        Browsing browsing = new Browsing()) {
      minutes(browsing, suite, "en-US").refuseWrongToken();
      FirstMinutes chinese = minutes(browsing, suite, "zh-CN");
      FirstMinutes english = chinese.in("en");
      chinese.setUp(suite.token());
      chinese.streamsIn();
      english.speak();
      english.streamsIn();
      for (FirstMinutes one : List.of(english, chinese)) {
        one.speak();
        seen.add(look(one));
        new Attacks(one.page(), one.screens(), suite, browsing, one.spoken()).all();
      }
      assertEquals(List.of(), browsing.complaints());
    }
    try (StoredShop shop = new StoredShop(home)) {
      for (Seen one : seen) {
        assertStored(shop, one);
      }
    }
  }

  private static FirstMinutes minutes(Browsing browsing, RunningSuite suite, String language)
      throws IOException {
    Page page = browsing.window(suite.address(), language, ColorScheme.LIGHT, 1280);
    return new FirstMinutes(page, new Screens(page, suite.address()), new Spoken(language));
  }

  /// What stood on the pages.
  private record Seen(
      LocalDate day, String revenue, String active, String customers, long boughtOnce) {}

  private static Seen look(FirstMinutes minutes) {
    minutes.wholePast();
    LocalDate day = minutes.shownDay();
    String revenue = minutes.figure("net-revenue", day);
    String active = minutes.figure("active-customers", day);
    minutes.rowsAddUp(day);
    minutes.saleDays(day);
    minutes.search();
    String customers = minutes.customers();
    minutes.oneCustomer();
    minutes.ownFile(customers);
    return new Seen(day, revenue, active, customers, minutes.segment());
  }

  private static void assertStored(StoredShop shop, Seen seen) throws SQLException {
    LocalDate day = seen.day;
    assertEquals(FirstMinutes.digits(seen.revenue), shop.revenue(day, "EUR"), seen.toString());
    assertEquals(FirstMinutes.digits(seen.active), shop.active(day), seen.toString());
    assertEquals(FirstMinutes.digits(seen.customers), shop.customers(), seen.toString());
    assertEquals(seen.boughtOnce, shop.boughtOnce(60, 120));
  }

  /// Both languages on one shop, a campaign in each.
  @Test
  void campaignsAndWhatTheyBrought() throws Exception {
    List<String> languages = List.of("zh-CN", "en");
    List<Launched> launched = new ArrayList<>();
    List<CampaignMinutes.Result> results = new ArrayList<>();
    try (RunningSuite suite = Suites.demo(home, MORE_CUSTOMERS, PRODUCTS);
        Browsing browsing = new Browsing()) {
      Page page = browsing.window(suite.address(), "zh-CN", ColorScheme.DARK, 1280);
      Screens screens = new Screens(page, suite.address());
      Door door = new Door(suite.address(), home);
      List<CampaignMinutes> minutes = new ArrayList<>();
      for (String language : languages) {
        minutes.add(new CampaignMinutes(page, screens, new Spoken(language), door, home));
      }
      new FirstMinutes(page, screens, new Spoken("zh-CN")).setUp(suite.token());
      minutes.getFirst().standStill();
      for (CampaignMinutes one : minutes) {
        one.speak();
        one.fromAProposal();
        String id = one.fromNothing();
        launched.add(new Launched(id, one.check(), one.launch(id)));
      }
      minutes.getLast().goOn();
      for (int i = 0; i < languages.size(); i++) {
        minutes.get(i).speak();
        minutes.get(i).mailsAreThere(launched.get(i).id);
        results.add(minutes.get(i).decide(launched.get(i).id));
      }
      assertEquals(List.of(), browsing.complaints());
    }
    try (StoredShop shop = new StoredShop(home)) {
      for (int i = 0; i < languages.size(); i++) {
        assertStored(shop, launched.get(i), results.get(i));
      }
    }
  }

  private record Launched(String id, CampaignMinutes.Checked checked, Instant at) {}

  /// What stood on the pages is what the raw events say.
  private static void assertStored(
      StoredShop shop, Launched launched, CampaignMinutes.Result result) throws SQLException {
    Instant end = launched.at.plus(Duration.ofDays(CampaignMinutes.DAYS));
    StoredCampaign stored = new StoredCampaign(shop, launched.id, launched.at, end);
    StoredCampaign.Sum sum = stored.sum(launched.at);
    assertEquals(
        new CampaignMinutes.Checked(
            sum.segment(), sum.suppressed(), sum.noConsent(), sum.noAddress(), sum.reached()),
        launched.checked);
    long[] held = stored.group("holdout");
    long[] got = stored.group("message");
    assertEquals(launched.checked.reached(), held[0] + got[0]);
    assertEquals(Set.of(List.of(held[0], held[1]), List.of(got[0], got[1])), result.groups());
    assertEquals(0, held[1], "the hold-out got nothing");
    assertSame(stored.effect(CampaignMinutes.MARGIN), result.effect());
  }

  /// @param minor in minor units
  /// @param shown in major units, with as many digits as it is exact to
  private static void assertSame(double minor, String shown) {
    BigDecimal read = new BigDecimal(shown.replace("\u2212", "-").replaceAll("[^0-9.-]", ""));
    double exact = 0.51 * Math.pow(10, -read.scale());
    assertEquals(minor / 100, read.doubleValue(), exact, shown);
  }
}
