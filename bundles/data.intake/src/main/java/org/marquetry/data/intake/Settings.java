package org.marquetry.data.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What holds for all files of one import.
///
/// @param currency ISO code of amounts that carry none
/// @param evidence why this currency
/// @param zoneId zone of times that carry none
/// @param now what lies more than a day after it is in the future
record Settings(String currency, String evidence, ZoneId zoneId, Instant now) {
  String zone() {
    return zoneId.equals(ZoneOffset.UTC) ? "UTC" : zoneId.getId();
  }

  String latest() {
    return LocalDateTime.ofInstant(now.plus(1, ChronoUnit.DAYS), ZoneOffset.UTC)
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT));
  }

  /// SQL for minor units, half to even.
  ///
  /// @param amount SQL, a DECIMAL
  /// @param currency SQL, an ISO code
  /// @param usual codes that are asked first
  static String minor(String amount, String currency, List<String> usual) {
    StringBuilder factor = new StringBuilder("CASE");
    for (String code : usual) {
      int digits = Currency.getInstance(code).getDefaultFractionDigits();
      int times = digits == 0 ? 1 : digits == 3 ? 1000 : 100;
      factor.append(" WHEN %s = '%s' THEN %d".formatted(currency, code, times));
    }
    factor.append(
        " WHEN %s THEN 1 WHEN %s THEN 1000 ELSE 100 END"
            .formatted(
                among(currency, c -> c.getDefaultFractionDigits() == 0),
                among(currency, c -> c.getDefaultFractionDigits() == 3)));
    return "CAST(round_even(CAST((" + amount + ") * (" + factor + ") AS DOUBLE), 0) AS BIGINT)";
  }

  static boolean isCode(String text) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(c -> c.getCurrencyCode().equals(text));
  }

  /// SQL: a text is a code of ISO 4217.
  static String isCodeSql(String text) {
    return "(strlen(" + text + ") = 3 AND " + among(text, _ -> true) + ")";
  }

  /// Not a list with IN: that becomes a join, which does not keep the order of rows.
  private static String among(String code, Predicate<Currency> wanted) {
    String codes =
        Currency.getAvailableCurrencies().stream()
            .filter(wanted)
            .map(Currency::getCurrencyCode)
            .sorted()
            .collect(Collectors.joining("|"));
    return "contains('|%s|', '|' || %s || '|')".formatted(codes, code);
  }
}
