package org.marquetry.profile.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// Random shops and random rules: what boards answer right now is what SQL over the published views
/// answers, written here from the words of the rule and not from its evaluation.
class LiveIsBatchTest {
  private static final int CUSTOMERS = 150;
  private static final List<String> CATEGORIES = List.of("Shoes", "Tea", "Toys");

  @TempDir Path folder;
  private final long seed = Long.getLong("tests.seed", 41);
  private final Random random = new Random(seed);

  /// A rule and the same in SQL.
  private record Asked(SegmentRule rule, String sql) {}

  @Test
  void everyRuleTakesWhomTheViewsTake() throws Exception {
    try (Shop shop = new Shop(folder)) {
      for (int p = 0; p < 6; p++) {
        shop.append(shop.product("p" + p, "Product " + p, CATEGORIES.get(p % 3), "brand" + p % 2));
      }
      int nonEmpty = 0;
      for (int round = 0; round < 4; round++) {
        shop.append(events(shop).toArray(Event[]::new));
        if (round == 2) {
          shop.stop();
          shop.start(); // from a snapshot
        }
        nonEmpty += held(shop, Stream.generate(() -> group(shop, 2)).limit(30).toList());
        shop.pass(Duration.ofHours(7 + random.nextInt(40)));
      }
      assertTrue(nonEmpty > 30, "only " + nonEmpty + " rules took somebody and not everybody");
    }
  }

  /// What boards lay out for quick reading, and who changed since, give what the views give: every
  /// kind of thing that was viewed or bought, before and after a few events.
  @Test
  void viewsAreCountedAlsoWhileTheyCome() throws Exception {
    try (Shop shop = new Shop(folder)) {
      for (int p = 0; p < 6; p++) {
        shop.append(shop.product("p" + p, "Product " + p, CATEGORIES.get(p % 3), "brand" + p % 2));
      }
      shop.append(events(shop).toArray(Event[]::new));
      int nonEmpty = 0;
      for (int round = 0; round < 40; round++) {
        LocalDate today = LocalDate.ofInstant(shop.now(), ZoneOffset.UTC);
        List<Asked> asked = new ArrayList<>();
        for (Thing thing : Thing.values()) {
          asked.add(viewed(today, thing, 1 + random.nextInt(120)));
          asked.add(bought(today));
        }
        nonEmpty += held(shop, asked);
        Event[] few = new Event[1 + random.nextInt(3)]; // most boards stay as they are laid out
        java.util.Arrays.setAll(few, _ -> event(shop));
        shop.append(few);
        if (round == 20) { // another category: what was looked up about products is looked up anew
          shop.append(shop.product("p4", "Product 4", "Shoes", "brand1"));
        }
        shop.pass(Duration.ofHours(random.nextInt(9)));
      }
      assertTrue(nonEmpty > 60, "only " + nonEmpty + " rows took somebody and not everybody");
    }
  }

  /// @return how many took somebody and not everybody
  private int held(Shop shop, List<Asked> asked) {
    List<Set<String>> expected = shop.sql(asked.stream().map(Asked::sql).toList());
    int some = 0;
    for (int i = 0; i < asked.size(); i++) {
      some += holds(shop, asked.get(i), expected.get(i)) ? 1 : 0;
    }
    return some;
  }

  private boolean holds(Shop shop, Asked asked, Set<String> expected) {
    String words =
        shop.segments.sentence(asked.rule).en() + " " + asked.rule + ", tests.seed=" + seed;
    SegmentCount count = shop.segments.count(asked.rule);
    assertEquals(expected.size(), count.count(), words);
    assertTrue(count.exact(), words);
    assertEquals(count.count(), count.nodes().getFirst().count());
    for (int c = 0; c < CUSTOMERS; c += 7) {
      CustomerId customer = new CustomerId("c" + c);
      assertEquals(
          expected.contains(customer.value()),
          shop.segments.isMember(asked.rule, customer),
          customer + ": " + words);
    }
    return !expected.isEmpty() && expected.size() < count.customers();
  }

  private <T> T one(T[] some) {
    return some[random.nextInt(some.length)];
  }

  private List<Event> events(Shop shop) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      events.add(event(shop));
    }
    return events;
  }

  private Event event(Shop shop) {
    String customer = "c" + random.nextInt(CUSTOMERS);
    String order = customer + "-" + random.nextInt(6);
    String product = "p" + random.nextInt(7); // p6 is not in the catalogue
    int ago = random.nextInt(200);
    int units = 1 + random.nextInt(3);
    return switch (random.nextInt(14)) {
      case 0 -> shop.event("cancelled", customer, ago).order(new OrderId(order)).build();
      case 1 -> shop.line("returned", order, customer, product, 1, 100L, ago);
      case 2, 3, 4 -> shop.event("viewed", customer, ago).product(new ProductId(product)).build();
      case 5 -> shop.event("carted", customer, ago).product(new ProductId(product)).build();
      case 6 -> shop.event("consented", customer, ago).build();
      case 7 -> shop.event("unsubscribed", customer, ago).build();
      case 8 ->
          shop.event("customerChanged", customer, ago)
              .property("city", List.of("Bath", "York", "上海").get(random.nextInt(3)))
              .build();
      case 9 -> shop.event("loyaltyJoined", customer, ago).build(); // a type of the shop's own
      default -> shop.line("ordered", order, customer, product, units, 300L * units, ago);
    };
  }

  private Asked group(Shop shop, int depth) {
    Join join = one(Join.values());
    List<SegmentRule> parts = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Asked part = depth > 0 && random.nextInt(4) == 0 ? group(shop, depth - 1) : row(shop);
      parts.add(part.rule);
      conditions.add("coalesce(" + part.sql + ", false)");
    }
    String sql =
        switch (join) {
          case ALL -> "(" + String.join(" AND ", conditions) + ")";
          case ANY -> "(" + String.join(" OR ", conditions) + ")";
          case NONE -> "NOT (" + String.join(" OR ", conditions) + ")";
        };
    return new Asked(new Group(join, parts), sql);
  }

  private Asked row(Shop shop) {
    LocalDate today = LocalDate.ofInstant(shop.now(), ZoneOffset.UTC);
    return switch (random.nextInt(8)) {
      case 0 ->
          number(
              Traits.ORDERS.id(),
              random.nextInt(4),
              "(SELECT count(DISTINCT order_id) FROM order_lines l WHERE l.customer_id = c.id AND"
                  + " l.kept)");
      case 1 ->
          number(
              Traits.NET_REVENUE.id(),
              300 * random.nextInt(6),
              "(SELECT sum(net_minor) FROM order_lines l WHERE l.customer_id = c.id AND l.kept)");
      case 2 -> days(Traits.LAST_ORDER.id(), "max", today);
      case 3 -> days(Traits.FIRST_ORDER.id(), "min", today);
      case 4 ->
          new Asked(
              SegmentRule.oneOf(Traits.CITY, "Bath", "上海"),
              "(SELECT city IN ('Bath', '上海') FROM customers u WHERE u.customer_id = c.id)");
      case 5 ->
          new Asked(
              SegmentRule.oneOf(Traits.CONSENT_EMAIL, "granted"),
              "(SELECT consent_email = 'granted' FROM customers u WHERE u.customer_id = c.id)");
      case 6 -> done(today);
      default -> bought(today);
    };
  }

  private Asked number(String trait, int value, String sql) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Asked(
              new NumberRow(trait, OptionalDouble.of(value), OptionalDouble.empty()),
              sql + " >= " + value);
      case 1 ->
          new Asked(
              new NumberRow(trait, OptionalDouble.empty(), OptionalDouble.of(value)),
              sql + " <= " + value);
      default ->
          new Asked(
              new NumberRow(trait, OptionalDouble.of(value), OptionalDouble.of(value + 1.0)),
              sql + " BETWEEN " + value + " AND " + (value + 1));
    };
  }

  private Asked days(String trait, String which, LocalDate today) {
    int from = random.nextInt(60);
    int to = from + random.nextInt(60);
    String ago =
        ("(SELECT DATE '%s' - CAST(%s(o.at) AS DATE) FROM (SELECT min(ordered_at) AS at FROM"
                + " order_lines l WHERE l.customer_id = c.id AND l.kept GROUP BY order_id) o)")
            .formatted(today, which);
    return new Asked(
        new DaysAgoRow(trait, OptionalInt.of(from), OptionalInt.of(to)),
        ago + " BETWEEN " + from + " AND " + to);
  }

  private Asked done(LocalDate today) {
    String type = List.of("viewed", "carted", "loyaltyJoined", "opened").get(random.nextInt(4));
    return done(type, today, one(Thing.values()), 1 + random.nextInt(90));
  }

  private Asked viewed(LocalDate today, Thing thing, int days) {
    return done("viewed", today, thing, days);
  }

  private Asked done(String type, LocalDate today, Thing thing, int days) {
    String sql =
        "(SELECT count(*) FROM events e LEFT JOIN products p ON p.product_id = e.product_id"
            + " WHERE e.customer_id = c.id AND e.type = '%s' AND e.occurred_at >= TIMESTAMP '%s'%s)"
                .formatted(type, today.minusDays(days), about(thing, "e"));
    return counted(type, thing, Measure.TIMES, OptionalInt.of(days), sql, 1 + random.nextInt(2));
  }

  private Asked bought(LocalDate today) {
    Thing thing = one(Thing.values());
    OptionalInt days =
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(120));
    Measure measure = one(Measure.values());
    String what =
        switch (measure) {
          case TIMES -> "count(DISTINCT l.order_id)";
          case UNITS -> "coalesce(sum(l.net_quantity), 0)";
          case MONEY -> "coalesce(sum(l.net_minor), 0)";
        };
    String within =
        days.isPresent()
            ? " AND l.ordered_at >= TIMESTAMP '" + today.minusDays(days.getAsInt()) + "'"
            : "";
    String sql =
        ("(SELECT %s FROM order_lines l LEFT JOIN products p ON p.product_id = l.product_id"
                + " WHERE l.customer_id = c.id AND l.kept%s%s)")
            .formatted(what, within, about(thing, "l"));
    int value = measure == Measure.MONEY ? 300 * (1 + random.nextInt(4)) : 1 + random.nextInt(3);
    return counted("ordered", thing, measure, days, sql, value);
  }

  private Asked counted(
      String type, Thing thing, Measure measure, OptionalInt days, String sql, int value) {
    boolean never = random.nextInt(4) == 0;
    DeedRow row =
        new DeedRow(
            type,
            thing,
            name(thing),
            measure,
            never ? OptionalDouble.empty() : OptionalDouble.of(value),
            never ? OptionalDouble.of(0) : OptionalDouble.empty(),
            days);
    return new Asked(row, sql + (never ? " <= 0" : " >= " + value));
  }

  private static String name(Thing thing) {
    return switch (thing) {
      case ANYTHING -> "";
      case PRODUCT -> "p1";
      case CATEGORY -> "Shoes";
      case BRAND -> "brand1";
    };
  }

  private static String about(Thing thing, String alias) {
    return switch (thing) {
      case ANYTHING -> "";
      case PRODUCT -> " AND " + alias + ".product_id = 'p1'";
      case CATEGORY -> " AND p.category = 'Shoes'";
      case BRAND -> " AND p.brand = 'brand1'";
    };
  }
}
