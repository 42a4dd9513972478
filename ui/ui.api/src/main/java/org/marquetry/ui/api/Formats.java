package org.marquetry.ui.api;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.marquetry.shop.api.Money;

/// Numbers, money and dates as people of one language write them, times in the shop's zone.
/// Immutable.
///
/// What is not known is shown as [#UNKNOWN], never as 0.
///
/// @param locale the user's language
/// @param zone the shop's
public record Formats(Locale locale, ZoneId zone) {
  /// Stands for a value that is not known.
  public static final String UNKNOWN = "–";

  private static final int MAX_DIGITS = 2;

  /// Write a whole number, grouped.
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /// Write a number with at most two digits behind the point.
  public String number(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MAX_DIGITS);
    return format.format(value);
  }

  /// Write a share in 0..1 as whole percent.
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /// Write money in major units with the sign of its currency.
  public String money(Money money) {
    Currency currency = Currency.getInstance(money.currency());
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
    format.setMaximumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
    return format.format(money.toMajor());
  }

  /// Write a day.
  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /// Write the hour and minute of a moment.
  public String time(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(moment);
  }

  /// Write day, hour and minute of a moment.
  public String dateTime(Instant moment) {
    return date(LocalDate.ofInstant(moment, zone)) + " " + time(moment);
  }
}
