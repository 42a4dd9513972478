package org.marquetry.sandbox.core;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.marquetry.sandbox.core.Wares.Ware;

/// One made-up customer: comes at a rate of its own, mostly for two categories, and one day not any
/// more.
final class Shopper {
  private static final double RUSH = 6; // visits on the day of the great sale, times the usual
  private static final MonthDay GREAT_SALE = MonthDay.of(11, 11);

  private final String id;
  private final Wares wares;
  private final String currency;
  private final ZoneId zone;
  private final Random random;
  private final Consumer<DemoEvent> sink;
  private final double visitsPerDay;
  private final double leaves;
  private final int[] favourites;
  private int events;
  private int orders;

  Shopper(
      String id,
      Wares wares,
      String currency,
      ZoneId zone,
      Random random,
      Consumer<DemoEvent> sink) {
    this.id = id;
    this.wares = wares;
    this.currency = currency;
    this.zone = zone;
    this.random = random;
    this.sink = sink;
    visitsPerDay = exponential(1 / 18.0); // a mixture of rates: most come seldom, few often
    leaves = 0.02 + 0.12 * random.nextDouble();
    favourites = new int[] {random.nextInt(wares.shelves()), random.nextInt(wares.shelves())};
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  /// Live from a day on until the end of the history.
  void live(Instant from, Instant end, Lexicon words) {
    register(from, words);
    Instant at = from;
    boolean first = true;
    while (true) {
      if (!first) {
        at = at.plus(Duration.ofSeconds((long) (86_400 * exponential(1 / (visitsPerDay * RUSH)))));
      }
      if (!at.isBefore(end)) {
        return;
      }
      if (first || random.nextDouble() < busy(at) / RUSH) {
        visit(atAnHour(at), first);
        if (random.nextDouble() < leaves) {
          return;
        }
      }
      first = false;
    }
  }

  private void register(Instant at, Lexicon words) {
    int family = random.nextInt(words.families().size());
    int given = random.nextInt(words.given().size());
    event("customerChanged", at)
        .properties(
            Map.of(
                "name", words.name(family, given),
                "email", id.toLowerCase(java.util.Locale.ROOT) + "@customer.example",
                "language", words.language(),
                "country", words.country(),
                "city", words.cities().get(random.nextInt(words.cities().size())),
                "birthYear", Integer.toString(1950 + random.nextInt(56))));
    if (random.nextDouble() < 0.7) {
      event("consented", at.plusSeconds(20)).properties(Map.of("channel", "email"));
      if (random.nextDouble() < 0.08) {
        event("unsubscribed", at.plus(Duration.ofDays(20 + random.nextInt(200))));
      }
    }
  }

  /// How busy the shop is on a day, 1 = usual.
  private double busy(Instant at) {
    ZonedDateTime day = at.atZone(zone);
    if (isGreatSale(at)) {
      return RUSH;
    }
    double week =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
            ? 1.35
            : 0.9;
    double year = 1 + 0.2 * Math.cos((day.getDayOfYear() - 340) / 365.0 * 2 * Math.PI);
    return week * year;
  }

  private boolean isGreatSale(Instant at) {
    return MonthDay.from(at.atZone(zone)).equals(GREAT_SALE);
  }

  /// People shop in the evening more than in the morning, and not at night.
  private Instant atAnHour(Instant at) {
    double hour = 15 + 4.2 * random.nextGaussian();
    long second = (long) (3600 * Math.clamp(hour, 6, 23.9));
    return at.atZone(zone).toLocalDate().atStartOfDay(zone).plusSeconds(second).toInstant();
  }

  private void visit(Instant start, boolean first) {
    Instant at = start;
    List<Ware> seen = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      Ware ware = pick();
      seen.add(ware);
      event("viewed", at).with("product", ware.id());
      at = at.plusSeconds(20 + random.nextInt(200));
    }
    double buys = isGreatSale(start) ? 0.8 : 0.35;
    if (first || random.nextDouble() < buys) {
      order(at, seen);
    } else if (random.nextDouble() < 0.2) {
      event("carted", at).with("product", seen.getFirst().id());
    }
  }

  private Ware pick() {
    double choice = random.nextDouble();
    int shelf =
        choice < 0.5
            ? favourites[0]
            : choice < 0.75 ? favourites[1] : random.nextInt(wares.shelves());
    List<Ware> all = wares.shelf(shelf);
    return all.get((int) (all.size() * Math.pow(random.nextDouble(), 2))); // some sell better
  }

  private void order(Instant at, List<Ware> seen) {
    String order = id + "-" + ++orders;
    int lines = Math.min(seen.size(), 1 + random.nextInt(3));
    for (int line = 1; line <= lines; line++) {
      Ware ware = seen.get(line - 1);
      int units = random.nextDouble() < 0.15 ? 2 : 1;
      line("ordered", at, order, line, ware, units);
      if (random.nextDouble() < 0.06) {
        line("returned", later(at, 4, 12), order, line, ware, units);
      } else if (random.nextDouble() < 0.12) {
        int stars = random.nextDouble() < 0.75 ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
        event("reviewed", later(at, 5, 20))
            .with("product", ware.id())
            .properties(Map.of("rating", Integer.toString(stars)));
      }
    }
    if (random.nextDouble() < 0.02) {
      event("cancelled", at.plus(Duration.ofHours(1 + random.nextInt(10)))).with("order", order);
    }
  }

  private Instant later(Instant at, int days, int more) {
    return at.plus(Duration.ofHours(24L * days + random.nextInt(24 * more)));
  }

  private void line(String type, Instant at, String order, int line, Ware ware, int units) {
    event(type, at)
        .with("order", order)
        .with("product", ware.id())
        .with("quantity", units)
        .money(ware.minor() * units, currency)
        .properties(Map.of("line", Integer.toString(line)));
  }

  private DemoEvent event(String type, Instant at) {
    DemoEvent event = new DemoEvent("demo-" + id + "-" + ++events, type, at).with("customer", id);
    sink.accept(event);
    return event;
  }
}
