package org.marquetry.sandbox.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.marquetry.sandbox.core.Wares.Ware;

/// Makes the history: the same events for the same seed, end, currency and zone.
///
/// @param customers how many customers come in the time
/// @param end the moment after the last event
record DemoHistory(long seed, int customers, Instant end, String currency, ZoneId zone) {
  private static final Duration LENGTH = Duration.ofDays(18 * 30);

  /// Read a history's parameters by their names.
  ///
  /// @throws IllegalArgumentException naming the one that is missing
  static DemoHistory of(Map<String, String> wanted) {
    return new DemoHistory(
        Long.parseLong(given(wanted, "seed")),
        Integer.parseInt(given(wanted, "customers")),
        Instant.parse(given(wanted, "end")),
        given(wanted, "currency"),
        ZoneId.of(given(wanted, "zone")));
  }

  private static String given(Map<String, String> wanted, String name) {
    String value = wanted.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the job needs the argument " + name);
    }
    return value;
  }

  /// All events, the earliest first.
  List<DemoEvent> events() {
    Instant begin = end.minus(LENGTH);
    Lexicon words = Lexicon.of(currency);
    Wares wares = new Wares(words, currency, new Random(seed));
    List<DemoEvent> events = new ArrayList<>();
    for (Ware ware : wares.all()) {
      events.add(listed(ware, begin));
    }
    for (int c = 0; c < customers; c++) {
      Random random = new Random(seed * 1_000_003 + c);
      random.nextDouble(); // neighbouring seeds begin alike
      Instant joined =
          begin.plusSeconds((long) (LENGTH.toSeconds() * Math.pow(random.nextDouble(), 0.8)));
      new Shopper("C%05d".formatted(c + 1), wares, currency, zone, random, events::add)
          .live(joined, end, words);
    }
    return events.stream()
        .filter(event -> event.at.isBefore(end))
        .sorted(Comparator.comparing((DemoEvent event) -> event.at))
        .toList();
  }

  private DemoEvent listed(Ware ware, Instant at) {
    return new DemoEvent("demo-" + ware.id(), "productChanged", at)
        .with("product", ware.id())
        .money(ware.minor(), currency)
        .properties(Map.of("title", ware.title(), "category", ware.category()));
  }
}
