package org.marquetry.data.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.IntakeOptions;

/// The currency of amounts that carry none: told, else read off names and signs, else assumed.
final class CurrencyGuess {
  private static final String ASSUMED = "EUR";
  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "CNY", "￥", "CNY", "元", "CNY");
  private static final Map<String, String> WORDS =
      Map.of(
          "dollar", "USD", "usd", "USD", "euro", "EUR", "eur", "EUR", "pound", "GBP", "gbp", "GBP",
          "yuan", "CNY", "cny", "CNY", "rmb", "CNY");
  private static final List<Meaning> MONEY =
      List.of(Meaning.AMOUNT, Meaning.UNIT_PRICE, Meaning.DISCOUNT);

  private CurrencyGuess() {}

  static Settings settings(List<FileGuess> guesses, IntakeOptions options, Instant now) {
    if (options.currency().isPresent()) {
      return new Settings(
          options.currency().get().getCurrencyCode(), "told", options.timeZone(), now);
    }
    for (FileGuess g : guesses) {
      for (Meaning m : MONEY) {
        for (ColumnProfile p : g.columns(m)) {
          Optional<String> found = of(p);
          if (found.isPresent()) {
            return new Settings(
                found.get(),
                "column " + p.name() + " of " + g.table().name(),
                options.timeZone(),
                now);
          }
        }
      }
    }
    return new Settings(ASSUMED, "assumed: the files name none", options.timeZone(), now);
  }

  private static Optional<String> of(ColumnProfile p) {
    String name = Names.words(p.name());
    for (Map.Entry<String, String> e : WORDS.entrySet()) {
      if (name.matches("(.* )?" + e.getKey() + "s?( .*)?")) {
        return Optional.of(e.getValue());
      }
    }
    for (Map.Entry<String, String> e : SIGNS.entrySet()) {
      if (!p.values().isEmpty() && p.values().stream().allMatch(v -> v.contains(e.getKey()))) {
        return Optional.of(e.getValue());
      }
    }
    return Optional.empty();
  }
}
