package org.marquetry.autopilot.core;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a run is told.
///
/// @param data folder (or one file) of the shop
/// @param out folder for `report.json`, `report.html` and the outbox
/// @param margin share of the price that is left after the cost of goods, in (0, 1); an assumption
///   beside every money figure
/// @param currency of amounts that carry none; empty: guessed
/// @param zone of times that carry none, and of the shop's days
/// @param language which language the report opens in, `zh` or `en`
/// @param seed of every random choice: the same seed and data give the same report
/// @param holdout share of the audience that gets nothing, in [0, 0.5]
/// @param discount percent off of the offer, in [0, 90]; 0: no offer
record Options(
    Path data,
    Path out,
    double margin,
    Optional<Currency> currency,
    ZoneId zone,
    String language,
    long seed,
    double holdout,
    double discount) {
  static final double DEFAULT_MARGIN = 0.3;
  static final double DEFAULT_HOLDOUT = 0.05;
  static final double DEFAULT_DISCOUNT = 10;

  /// The options as they stand in the report: paths are left out.
  Map<String, Object> shown() {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("margin", margin);
    m.put("currency", currency.map(Currency::getCurrencyCode).orElse("guessed"));
    m.put("timeZone", zone.getId());
    m.put("seed", seed);
    m.put("holdout", holdout);
    m.put("discountPercent", discount);
    return m;
  }
}
