package org.marquetry.profile.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Condition.Comparison;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Words;

/// Says conditions in Chinese and English.
final class Sentences {
  private final Optional<String> currency;

  /// @param currency of all money, ISO 4217, if known
  Sentences(Optional<String> currency) {
    this.currency = currency;
  }

  Words say(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> join(parts, "，且", " and ");
      case Condition.Any(List<Condition> parts) -> join(parts, "，或", " or ");
      case Condition.Not(Condition part) -> {
        Words inner = say(part);
        yield new Words("并非（" + inner.zh() + "）", "not (" + inner.en() + ")");
      }
      case Condition.Known(Trait trait) ->
          new Words("已知" + trait.label().zh(), trait.label().en() + " is known");
      case Condition.NumberTest(Trait trait, Comparison comparison, double value) ->
          compare(trait, comparison, value(trait, value));
      case Condition.DateTest(Trait trait, Comparison comparison, LocalDate day) ->
          new Words(
              trait.label().zh() + dateZh(comparison).formatted(day),
              trait.label().en() + " is " + dateEn(comparison) + " " + day);
      case Condition.TextTest(Trait trait, Set<String> values) ->
          new Words(
              trait.label().zh()
                  + "为"
                  + values.stream().collect(Collectors.joining("”或“", "“", "”")),
              trait.label().en()
                  + " is "
                  + values.stream().collect(Collectors.joining("\" or \"", "\"", "\"")));
    };
  }

  /// Write a number with its unit.
  Words value(Trait trait, double value) {
    String plain = plain(value);
    return switch (trait.unit()) {
      case DAYS -> new Words(plain + " 天", plain + (value == 1 ? " day" : " days"));
      case ORDERS -> new Words(plain + " 次", plain);
      case SHARE -> {
        String percent = plain(100 * value) + "%";
        yield new Words(percent, percent);
      }
      case MONEY -> {
        String money = currency.map(c -> new Money(Math.round(value), c).toString()).orElse(plain);
        yield new Words(money, money);
      }
      case NONE -> new Words(plain, plain);
    };
  }

  private Words join(List<Condition> parts, String zh, String en) {
    return new Words(joined(parts, zh, Words::zh), joined(parts, en, Words::en));
  }

  private String joined(List<Condition> parts, String between, Function<Words, String> language) {
    boolean chinese = between.startsWith("，");
    return parts.stream()
        .map(part -> {
          String said = language.apply(say(part));
          boolean nested =
              parts.size() > 1 && (part instanceof Condition.All || part instanceof Condition.Any);
          return nested ? (chinese ? "（" + said + "）" : "(" + said + ")") : said;
        })
        .collect(Collectors.joining(between));
  }

  private static Words compare(Trait trait, Comparison comparison, Words value) {
    String zh =
        switch (comparison) {
          case LESS -> "少于 ";
          case AT_MOST -> "至多 ";
          case EQUAL -> "等于 ";
          case AT_LEAST -> "至少 ";
          case GREATER -> "超过 ";
        };
    String en =
        switch (comparison) {
          case LESS -> "less than ";
          case AT_MOST -> "at most ";
          case EQUAL -> "";
          case AT_LEAST -> "at least ";
          case GREATER -> "more than ";
        };
    return new Words(
        trait.label().zh() + zh + value.zh(), trait.label().en() + ": " + en + value.en());
  }

  private static String dateZh(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "早于 %s";
      case AT_MOST -> "不晚于 %s";
      case EQUAL -> "为 %s";
      case AT_LEAST -> "不早于 %s";
      case GREATER -> "晚于 %s";
    };
  }

  private static String dateEn(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "before";
      case AT_MOST -> "on or before";
      case EQUAL -> "on";
      case AT_LEAST -> "on or after";
      case GREATER -> "after";
    };
  }

  private static String plain(double value) {
    return new BigDecimal(value)
        .setScale(2, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
