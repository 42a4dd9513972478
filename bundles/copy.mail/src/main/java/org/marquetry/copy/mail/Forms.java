package org.marquetry.copy.mail;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.marquetry.copy.api.FactValue;
import org.marquetry.shop.api.Money;

/// Values as readers of one language write them. Not for several threads.
final class Forms {
  private static final int LONGEST = 300; // characters of one value

  private final Locale locale;
  private final NumberFormat numbers;
  private final NumberFormat percents;

  Forms(String language) {
    locale = Locale.forLanguageTag(language);
    numbers = NumberFormat.getNumberInstance(locale);
    numbers.setMaximumFractionDigits(2);
    percents = NumberFormat.getPercentInstance(locale);
    percents.setMaximumFractionDigits(1);
  }

  String of(FactValue value) {
    return switch (value) {
      case FactValue.Text(String text) -> clean(text);
      case FactValue.Amount(Money money) -> money(money);
      case FactValue.Count(long count) -> numbers.format(count);
      case FactValue.Percent(double percent) -> percents.format(percent / 100);
      case FactValue.Decimal(double number) -> numbers.format(number);
      case FactValue.Day(var day) ->
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    };
  }

  String money(Money money) {
    Currency currency = Currency.getInstance(money.currency());
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(money.toMajor());
  }

  /// Others' text on one line, without what a later step could take for a place to fill in.
  static String clean(String text) {
    String line = text.strip();
    if (line.length() > LONGEST) {
      boolean cuts = Character.isHighSurrogate(line.charAt(LONGEST - 1));
      line = line.substring(0, cuts ? LONGEST - 1 : LONGEST);
    }
    boolean plain = true;
    for (int i = 0; i < line.length() && plain; i++) {
      char c = line.charAt(i);
      plain = !Character.isISOControl(c) && c != '{' && c != '\u2028' && c != '\u2029';
    }
    return plain
        ? line
        : line.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll("\\{\\{+", "{").strip();
  }
}
