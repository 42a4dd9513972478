package org.marquetry.sandbox.core;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The made-up shop's products.
final class Wares {
  /// How many units of a currency about a euro is; others count as one.
  private static final Map<String, Double> PER_EURO =
      Map.of("CNY", 7.8, "HKD", 8.5, "TWD", 35.0, "JPY", 160.0, "INR", 90.0, "KRW", 1500.0);

  /// One product.
  ///
  /// @param shelf place of its category
  /// @param minor price in minor units
  record Ware(String id, int shelf, String title, String category, long minor) {}

  private final List<List<Ware>> shelves = new ArrayList<>();

  Wares(Lexicon words, String currency, Random random) {
    for (Lexicon.Shelf shelf : words.shelves()) {
      List<Ware> wares = new ArrayList<>();
      for (String look : words.looks()) {
        for (String thing : shelf.things()) {
          String id = "P%d%02d".formatted(1 + shelves.size(), 1 + wares.size());
          String title = words.lastFirst() ? look + thing : look + " " + thing;
          double price = shelf.low() + random.nextDouble() * (shelf.high() - shelf.low());
          wares.add(new Ware(id, shelves.size(), title, shelf.category(), minor(price, currency)));
        }
      }
      shelves.add(List.copyOf(wares));
    }
  }

  /// A price that looks like one: 37.99, 289.00, 5900.
  private static long minor(double euros, String currency) {
    double units = euros * PER_EURO.getOrDefault(currency, 1.0);
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    if (units < 100 && digits == 2) {
      return Math.round(units) * 100 - 1;
    }
    double step = units < 1000 ? 1 : 10;
    return Math.round(Math.round(units / step) * step * Math.pow(10, digits));
  }

  List<Ware> shelf(int place) {
    return shelves.get(place);
  }

  int shelves() {
    return shelves.size();
  }

  List<Ware> all() {
    return shelves.stream().flatMap(List::stream).toList();
  }
}
