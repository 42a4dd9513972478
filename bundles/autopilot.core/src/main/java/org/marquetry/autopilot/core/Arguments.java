package org.marquetry.autopilot.core;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Read the arguments of `autopilot`; a wrong one is refused with what to do.
final class Arguments {
  static final String USAGE =
      """
      launcher/marquetry autopilot --data DIR --out DIR [options]
        --data DIR        the shop's files (.csv .txt .json .jsonl .parquet, each also .gz)
        --out DIR         where report.json, report.html and the outbox go
        --margin 0.3      share of the price left after the cost of goods
        --discount 10     percent off of the proposed offer, 0 for none
        --holdout 0.05    share of the audience that gets nothing, to measure the effect
        --currency USD    of amounts that name none
        --zone Asia/Shanghai   of times that name none
        --language en     language the report opens in: zh or en
        --seed 1          of every random choice\
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "data", "out", "margin", "discount", "holdout", "currency", "zone", "language", "seed");

  private final Map<String, String> values;
  private final Path folder;

  private Arguments(Map<String, String> values, Path folder) {
    this.values = values;
    this.folder = folder;
  }

  /// @param folder where relative paths begin
  /// @throws IllegalArgumentException with a message for the person who typed
  static Options parse(List<String> words, Path folder) {
    return new Arguments(split(words), folder).options();
  }

  private static Map<String, String> split(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i);
      if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
        throw new IllegalArgumentException(
            "unknown argument '" + name + "'; known are: " + known());
      }
      if (i + 1 == words.size()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      values.put(name.substring(2), words.get(i + 1));
    }
    return values;
  }

  private static String known() {
    return String.join(", ", KNOWN.stream().sorted().map(k -> "--" + k).toList());
  }

  private Options options() {
    String language = values.getOrDefault("language", "en");
    if (!language.equals("en") && !language.equals("zh")) {
      throw new IllegalArgumentException("--language must be zh or en, got '" + language + "'");
    }
    return new Options(
        path("data"),
        path("out"),
        number("margin", Options.DEFAULT_MARGIN, 0.001, 0.999),
        currency(),
        zone(),
        language,
        (long) number("seed", 1, 0, 1e15),
        number("holdout", Options.DEFAULT_HOLDOUT, 0, 0.5),
        number("discount", Options.DEFAULT_DISCOUNT, 0, 90));
  }

  private Path path(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("--" + name + " DIR is missing\n" + USAGE);
    }
    return folder.resolve(value).normalize();
  }

  private double number(String name, double byDefault, double low, double high) {
    String value = values.get(name);
    if (value == null) {
      return byDefault;
    }
    try {
      double v = Double.parseDouble(value);
      if (v >= low && v <= high) {
        return v;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "--" + name + " must be a number from " + low + " to " + high + ", got '" + value + "'");
  }

  private Optional<Currency> currency() {
    String value = values.get("currency");
    try {
      return Optional.ofNullable(value).map(Currency::getInstance);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--currency must be an ISO 4217 code such as USD or CNY, got '" + value + "'", e);
    }
  }

  private ZoneId zone() {
    String value = values.getOrDefault("zone", "UTC");
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone must be a time zone such as Europe/Berlin, got '" + value + "'", e);
    }
  }
}
