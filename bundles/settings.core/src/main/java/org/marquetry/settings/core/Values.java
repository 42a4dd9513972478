package org.marquetry.settings.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.lib.metatype.Attribute;
import org.marquetry.settings.api.SettingsField.Kind;
import org.marquetry.shop.api.Words;

/// Checks values by the rules of their attribute, and turns them into what a component gets.
final class Values {
  private static final int LONGEST = 4_000;
  private static final int MOST = 200;

  private Values() {}

  static Kind kind(Attribute attribute) {
    if (attribute.isSecret()) return Kind.SECRET;
    if (attribute.isBoolean()) return Kind.BOOLEAN;
    if (attribute.isWhole()) return Kind.WHOLE;
    return attribute.isNumber() ? Kind.NUMBER : Kind.TEXT;
  }

  static Optional<BigDecimal> bound(Optional<String> text) {
    return text.filter(t -> t.matches("[-+]?\\d+(\\.\\d+)?")).map(BigDecimal::new);
  }

  /// Values without blanks that do not count. Nothing typed means nothing set, but for a text.
  static List<String> plain(Attribute attribute, List<String> values) {
    if (kind(attribute) == Kind.TEXT && attribute.options().isEmpty()) {
      return values;
    }
    return values.stream()
        .map(v -> attribute.isNumber() ? v.strip() : v)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /// What is wrong with values; empty when nothing is.
  static Optional<Words> check(Attribute attribute, List<String> values) {
    if (!attribute.isMany() && values.size() > 1) {
      return Optional.of(new Words("只能有一个值", "has one value, got " + values.size()));
    }
    if (values.size() > MOST) {
      return Optional.of(new Words("最多有 " + MOST + " 个值", "has at most " + MOST + " values"));
    }
    return values.stream().flatMap(v -> checkOne(attribute, v).stream()).findFirst();
  }

  private static Optional<Words> checkOne(Attribute attribute, String value) {
    if (value.length() > LONGEST) {
      return Optional.of(
          new Words("最多 " + LONGEST + " 个字符", "has at most " + LONGEST + " characters"));
    }
    if (attribute.isBoolean() && !value.equals("true") && !value.equals("false")) {
      return Optional.of(new Words("须为 true 或 false", "must be true or false, got " + value));
    }
    if (attribute.isNumber()) {
      return number(attribute, value);
    }
    if (!attribute.options().isEmpty()
        && attribute.options().stream().noneMatch(o -> o.value().equals(value))) {
      String all =
          attribute.options().stream()
              .map(Attribute.Option::value)
              .collect(Collectors.joining(", "));
      return Optional.of(new Words("须为 " + all + " 之一", "must be one of " + all));
    }
    if (attribute.type().equals("Character") && value.length() != 1) {
      return Optional.of(new Words("须为一个字符", "must be one character"));
    }
    return range(attribute, BigDecimal.valueOf(value.length()), " 个字符", " characters");
  }

  private static Optional<Words> number(Attribute attribute, String value) {
    try {
      BigDecimal number = new BigDecimal(value);
      typed(attribute, value);
      return range(attribute, number, "", "");
    } catch (NumberFormatException e) {
      return Optional.of(
          attribute.isWhole()
              ? new Words("须为整数，且不能太大", "must be a whole number that is not too large")
              : new Words("须为数字", "must be a number"));
    }
  }

  private static Optional<Words> range(Attribute attribute, BigDecimal size, String zh, String en) {
    Optional<BigDecimal> min = bound(attribute.min());
    Optional<BigDecimal> max = bound(attribute.max());
    if (min.isPresent() && size.compareTo(min.get()) < 0) {
      return Optional.of(new Words("至少为 " + min.get() + zh, "must be at least " + min.get() + en));
    }
    if (max.isPresent() && size.compareTo(max.get()) > 0) {
      return Optional.of(new Words("最多为 " + max.get() + zh, "must be at most " + max.get() + en));
    }
    return Optional.empty();
  }

  /// The value as a component's configuration has it.
  static Object of(Attribute attribute, List<String> values) {
    if (!attribute.isMany()) {
      return typed(attribute, values.getFirst());
    }
    List<Object> all = new ArrayList<>();
    values.forEach(v -> all.add(typed(attribute, v)));
    return all;
  }

  /// @throws NumberFormatException if it is no number of the type
  private static Object typed(Attribute attribute, String value) {
    return switch (attribute.type()) {
      case "Boolean" -> Boolean.valueOf(value);
      case "Byte" -> Byte.valueOf(value);
      case "Short" -> Short.valueOf(value);
      case "Integer" -> Integer.valueOf(value);
      case "Long" -> Long.valueOf(value);
      case "Float" -> Float.valueOf(value);
      case "Double" -> Double.valueOf(value);
      case "Character" -> value.charAt(0);
      default -> value;
    };
  }
}
