package org.marquetry.copy.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.FactValue;
import org.marquetry.shop.api.Money;

/// The written form of a fact's value in one language.
final class ValueForms {
  private static final Map<String, String> SIGNS =
      Map.of(
          "USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "CNY", "CN¥", "HKD", "HK$", "AUD", "A$");
  private static final Map<String, String> UNITS =
      Map.of("CNY", "元", "USD", "美元", "EUR", "欧元", "GBP", "英镑", "JPY", "日元", "HKD", "港元");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final Pattern SHORT_END =
      Pattern.compile("\\s*(?:[,;，；、(（|]|\\s[-–—]\\s|\\swith\\s|\\sfor\\s).*");
  private final CopyLanguage language;

  ValueForms(CopyLanguage language) {
    this.language = language;
  }

  private boolean chinese() {
    return language == CopyLanguage.ZH;
  }

  /// Return the form; empty when nothing can be said of the value (a text of invisible characters).
  String of(FactValue value, Format format) {
    return switch (value) {
      case FactValue.Text text -> text(CleanText.of(text.text()), format.kind());
      case FactValue.Amount amount -> money(amount.money());
      case FactValue.Count count -> count(count.count(), format);
      case FactValue.Percent percent ->
          format.kind() == Format.Kind.ZHE
              ? Chinese.discount(percent.percent())
              : number(percent.percent()) + "%";
      case FactValue.Decimal decimal -> number(decimal.value());
      case FactValue.Day day ->
          chinese()
              ? day.day().getMonthValue() + "月" + day.day().getDayOfMonth() + "日"
              : MONTHS.get(day.day().getMonthValue() - 1) + " " + day.day().getDayOfMonth();
    };
  }

  private String text(String text, Format.Kind kind) {
    if (kind == Format.Kind.EXACT) return text;
    if (chinese()) {
      return kind == Format.Kind.SHORT ? shorter(text) : English.name(text);
    }
    return switch (kind) {
      case LOWER -> English.lower(text);
      case CALM -> English.calm(text);
      case ARTICLE -> English.withArticle(English.lower(text));
      case SHORT -> English.name(shorter(text));
      default -> English.name(text);
    };
  }

  private static String shorter(String text) {
    String start = SHORT_END.matcher(text).replaceFirst("");
    return start.length() < 3 ? text : start;
  }

  private String count(long count, Format format) {
    return switch (format.kind()) {
      case SPAN -> chinese() ? Chinese.span(count) : English.span(count);
      case COUNTED ->
          chinese()
              ? Chinese.counted(count, format.argument())
              : English.counted(count, format.argument());
      default -> chinese() ? Long.toString(count) : String.format(Locale.ROOT, "%,d", count);
    };
  }

  private String money(Money money) {
    BigDecimal major = money.toMajor();
    boolean whole = major.stripTrailingZeros().scale() <= 0;
    String digits = whole ? major.setScale(0).toPlainString() : major.toPlainString();
    if (chinese()) {
      return digits + UNITS.getOrDefault(money.currency(), money.currency());
    }
    String grouped =
        String.format(Locale.ROOT, whole ? "%,.0f" : "%,." + major.scale() + "f", major);
    String sign = SIGNS.get(money.currency());
    return sign == null ? money.currency() + " " + grouped : sign + grouped;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
