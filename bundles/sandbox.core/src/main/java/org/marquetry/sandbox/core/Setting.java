package org.marquetry.sandbox.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/// What a world is made from; equal settings make equal worlds.
///
/// @param seed of the numbers; the truth is the same for every seed
/// @param customers how many come in the past, at least 1
/// @param products how many the catalogue has, at least 16
/// @param today the day after the past, in `zone`
record Setting(
    long seed, int customers, int products, LocalDate today, ZoneId zone, String currency) {
  /// How many days the past has.
  static final int PAST = 540;

  Setting {
    if (customers < 1 || customers > 2_000_000 || products < 16 || products > 100_000) {
      throw new IllegalArgumentException(
          "customers must be in 1..2000000 and products in 16..100000, got %d and %d"
              .formatted(customers, products));
    }
  }

  /// Read a setting from a job's arguments.
  ///
  /// @throws IllegalArgumentException naming the one that is missing
  static Setting of(Map<String, String> arguments) {
    return new Setting(
        Long.parseLong(given(arguments, "seed")),
        Integer.parseInt(given(arguments, "customers")),
        Integer.parseInt(given(arguments, "products")),
        LocalDate.parse(given(arguments, "today")),
        ZoneId.of(given(arguments, "zone")),
        given(arguments, "currency"));
  }

  private static String given(Map<String, String> arguments, String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the job needs the argument " + name);
    }
    return value;
  }

  Map<String, String> arguments() {
    return Map.of(
        "seed", Long.toString(seed),
        "customers", Integer.toString(customers),
        "products", Integer.toString(products),
        "today", today.toString(),
        "zone", zone.getId(),
        "currency", currency);
  }

  Season season() {
    return new Season(today.minusDays(PAST), zone);
  }
}
