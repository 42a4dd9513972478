package org.marquetry.launcher;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Reads the fields of an answer.
final class Fields {
  private Fields() {}

  static List<JsonObject> objects(JsonObject in, String name) {
    return in.get(name).asArray().values().stream().map(JsonValue::asObject).toList();
  }

  static List<String> strings(JsonObject in, String name) {
    return in.get(name).asArray().values().stream().map(JsonValue::asString).toList();
  }

  static String text(JsonObject in, String name) {
    return in.get(name).asString();
  }

  /// A number as it is written; `?` when it is absent.
  static String number(JsonObject in, String name) {
    return figure(in, name).map(BigDecimal::toPlainString).orElse("?");
  }

  static boolean isTrue(JsonObject in, String name) {
    return in.get(name) instanceof JsonValue.JsonBoolean bool && bool.value();
  }

  /// The English of a text in both languages; empty when it is absent.
  static String english(JsonObject in, String name) {
    return part(in, name).map(words -> text(words, "en")).orElse("");
  }

  /// A text that may be absent.
  static Optional<String> maybe(JsonObject in, String name) {
    return in.members().get(name) instanceof JsonValue.JsonString string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  /// An object that may be absent.
  static Optional<JsonObject> part(JsonObject in, String name) {
    return in.members().get(name) instanceof JsonObject object
        ? Optional.of(object)
        : Optional.empty();
  }

  /// A number that may be absent.
  static Optional<BigDecimal> figure(JsonObject in, String name) {
    return in.members().get(name) instanceof JsonValue.JsonNumber number
        ? Optional.of(number.value())
        : Optional.empty();
  }

  /// Money, for example `29.90 EUR`; empty when it is not known.
  ///
  /// @param minor name of the field with the amount in minor units
  static Optional<String> money(JsonObject in, String minor) {
    return figure(in, minor)
        .flatMap(amount -> maybe(in, "currency").map(code -> money(amount.longValue(), code)));
  }

  /// Money, for example `29.90 EUR`.
  ///
  /// @param minor in minor units
  /// @param currency its code; empty: there is none, and nothing to tell
  static String money(long minor, String currency) {
    int digits = currency.isEmpty() ? 0 : Currency.getInstance(currency).getDefaultFractionDigits();
    return (BigDecimal.valueOf(minor, Math.max(0, digits)) + " " + currency).strip();
  }

  /// A cell of a table, filled up with blanks.
  static String cell(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()) + 2);
  }
}
