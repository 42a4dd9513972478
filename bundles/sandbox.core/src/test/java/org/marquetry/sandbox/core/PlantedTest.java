package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;

/// What stands in `docs/sandbox.md` is there to be found.
class PlantedTest {
  private static final Setting SETTING = WorldTest.setting(7, 6_000, 600, "CNY");
  private static final List<Event> EVENTS = new ArrayList<>();
  private static World world = new World(SETTING);

  @BeforeAll
  static void live() {
    world = new World(SETTING);
    while (world.day() < Setting.PAST) {
      world.live();
      EVENTS.addAll(world.take(world.season().start(world.day())));
    }
  }

  private static List<Event> of(String type) {
    return EVENTS.stream().filter(e -> e.type().equals(type)).toList();
  }

  private static int day(Event event) {
    return world.season().day(event.occurredAt());
  }

  private static Life life(Event event) {
    return world.life(event.customer().orElseThrow()).orElseThrow();
  }

  @Test
  void theMoreElasticBuyTheCheaper() {
    List<Event> orders =
        of(EventTypes.ORDERED).stream()
            .sorted(Comparator.comparingDouble(e -> life(e).who.elasticity))
            .toList();
    double last = Double.MAX_VALUE;
    for (int third = 0; third < 3; third++) {
      List<Event> some = orders.subList(third * orders.size() / 3, (third + 1) * orders.size() / 3);
      double dear = some.stream().mapToDouble(PlantedTest::dearness).average().orElseThrow();
      assertTrue(dear < last, "third " + third + ": " + dear + " after " + last);
      last = dear;
    }
  }

  /// Logarithm of what a unit cost against the usual price of its kind.
  private static double dearness(Event ordered) {
    Goods.Good good =
        world.shop().goods.find(ordered.product().orElseThrow().value()).orElseThrow();
    double unit =
        ordered.money().map(Money::minor).orElseThrow() / ordered.quantity().orElseThrow();
    return Math.log(unit) - world.shop().goods.meanLogPrice(good.shelf());
  }

  @Test
  void lateParcelsShowInReviewsFirstAndInVisitsLater() {
    double bad = stars(e -> day(e) >= Shop.LATE_FROM + 8 && day(e) < Shop.LATE_UNTIL, true);
    double good = stars(e -> day(e) >= Shop.LATE_FROM + 8 && day(e) < Shop.LATE_UNTIL, false);
    assertTrue(bad < good - 0.5, "stars " + bad + " against " + good);
    double left = leaving(true) - leaving(false);
    assertTrue(left > 0.02, "share that left more " + left);
  }

  private static double stars(Predicate<Event> when, boolean late) {
    return of(EventTypes.REVIEWED).stream()
        .filter(when)
        .filter(e -> life(e).who.city < Shop.LATE_CITIES == late)
        .filter(e -> e.properties().containsKey("rating"))
        .mapToInt(e -> Integer.parseInt(e.properties().getOrDefault("rating", "")))
        .average()
        .orElseThrow();
  }

  /// Of those who ordered while the carrier failed, the share that is gone at the end.
  private static double leaving(boolean late) {
    Set<Life> bought = new HashSet<>();
    of(EventTypes.ORDERED).stream()
        .filter(e -> day(e) >= Shop.LATE_FROM && day(e) < Shop.LATE_UNTIL)
        .map(PlantedTest::life)
        .filter(life -> life.who.city < Shop.LATE_CITIES == late)
        .forEach(bought::add);
    return (double) bought.stream().filter(life -> !life.alive).count() / bought.size();
  }

  @Test
  void botsReadTheShopOnOneDay() {
    List<Event> bots =
        of(EventTypes.VIEWED).stream()
            .filter(e -> e.visitor().map(v -> v.value().startsWith("bot")).orElse(false))
            .toList();
    assertTrue(bots.size() >= 600, "bot views " + bots.size());
    assertTrue(bots.stream().allMatch(e -> day(e) == Bots.DAY));
  }

  @Test
  void aCampaignGaveAwayWhatWasSoldAnyway() {
    Map<String, Integer> sent = new HashMap<>();
    of(EventTypes.SENT)
        .forEach(e -> sent.merge(e.properties().getOrDefault("campaignId", ""), 1, Integer::sum));
    assertTrue(sent.getOrDefault("regulars-30", 0) > 100, sent.toString());
    assertTrue(sent.getOrDefault("spring-10", 0) > 500, sent.toString());
    long given =
        of(EventTypes.ORDERED).stream()
            .filter(e -> day(e) >= Programme.LOSING_OFFER && day(e) < Programme.LOSING_OFFER + 8)
            .mapToLong(e -> Long.parseLong(e.properties().getOrDefault("discountMinor", "0")))
            .sum();
    assertTrue(given > 0);
  }

  @Test
  void dirtIsThere() {
    Map<String, Set<String>> addresses = new HashMap<>();
    int withoutCity = 0;
    int oldest = 0;
    int wrongMail = 0;
    List<Event> changes = of(EventTypes.CUSTOMER_CHANGED);
    for (Event e : changes) {
      Map<String, String> said = e.properties();
      String mail = said.getOrDefault("email", "");
      addresses.computeIfAbsent(mail, _ -> new HashSet<>()).add(e.customer().orElseThrow().value());
      withoutCity += said.containsKey("city") ? 0 : 1;
      oldest += said.getOrDefault("birthYear", "").equals("1900") ? 1 : 0;
      wrongMail += mail.contains("@") ? 0 : 1;
    }
    assertTrue(addresses.values().stream().filter(c -> c.size() > 1).count() >= 20);
    assertTrue(withoutCity > 90 && oldest > 10 && wrongMail > 20);
    assertTrue(of(EventTypes.ORDERED).stream().anyMatch(e -> e.quantity().orElse(0) >= 100));
    Set<String> lines = new HashSet<>();
    long twice =
        of(EventTypes.ORDERED).stream()
            .filter(
                e -> !lines.add(e.order().orElseThrow().value() + "/" + e.properties().get("line")))
            .count();
    assertTrue(twice > 10, "lines sent twice " + twice);
    assertTrue(
        of(EventTypes.REVIEWED).stream().anyMatch(e -> !e.properties().containsKey("rating")));
  }

  @Test
  void severalSitesLanguagesAndHomesAreThere() {
    Set<String> sites = new HashSet<>();
    Map<String, Set<String>> devices = new HashMap<>();
    for (Event e : EVENTS) {
      e.site().ifPresent(sites::add);
      e.visitor()
          .ifPresent(v ->
              e.customer()
                  .ifPresent(c ->
                      devices.computeIfAbsent(v.value(), _ -> new HashSet<>()).add(c.value())));
    }
    assertEquals(Set.of("cn", "world"), sites);
    assertTrue(devices.values().stream().filter(c -> c.size() > 1).count() > 300);
  }
}
