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
  static String minor(String amount, String currency) {
    String factor =
        "CASE WHEN "
            + currency
            + " IN ("
            + codes(0)
            + ") THEN 1 WHEN "
            + currency
            + " IN ("
            + codes(3)
            + ") THEN 1000 ELSE 100 END";
    return "CAST(round_even(CAST((" + amount + ") * (" + factor + ") AS DOUBLE), 0) AS BIGINT)";
  }

  /// Every code of ISO 4217, quoted.
  static String allCodes() {
    return codes(c -> true);
  }

  private static String codes(int digits) {
    return codes(c -> c.getDefaultFractionDigits() == digits);
  }

  private static String codes(Predicate<Currency> wanted) {
    List<String> codes =
        Currency.getAvailableCurrencies().stream()
            .filter(wanted)
            .map(c -> "'" + c.getCurrencyCode() + "'")
            .sorted()
            .toList();
    return codes.stream().collect(Collectors.joining(", "));
  }
}
