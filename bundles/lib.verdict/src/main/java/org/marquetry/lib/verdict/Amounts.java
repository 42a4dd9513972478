package org.marquetry.lib.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.marquetry.shop.api.Interval;

/// Money as results are told in it. An amount for each person may be far below the smallest coin:
/// it has as many digits as it needs, so that an end of an interval that is not 0 never reads as 0.
///
/// @param currency ISO 4217 code
public record Amounts(Locale language, String currency) {
  private static final int TOLD = 3; // digits of a total that mean something
  private static final int MOST_DIGITS = 8;

  /// Write an amount for each person with its unit: `1.31 CNY`.
  ///
  /// @param minor in minor units
  public String person(double minor) {
    return number(minor, digits(minor)) + " " + currency;
  }

  /// Write an amount for each person and its ends: `1.31 CNY [0.42; 2.20]`.
  public String person(Interval minor) {
    return person(minor.estimate()) + " " + range(minor);
  }

  /// Write the ends only: `[0.42; 2.20]`.
  public String range(Interval minor) {
    return "[%s; %s]".formatted(number(minor.low()), number(minor.high()));
  }

  /// Write a value of an axis, without the unit.
  public String number(double minor) {
    return number(minor, digits(minor));
  }

  /// Write a sum over many people and its ends, all rounded to three digits of the largest of them:
  /// `13,200 CNY [4,200; 22,100]`.
  public String total(Interval minor) {
    double largest =
        Math.max(
            Math.abs(minor.estimate()), Math.max(Math.abs(minor.low()), Math.abs(minor.high())));
    return "%s %s [%s; %s]"
        .formatted(
            whole(minor.estimate(), largest),
            currency,
            whole(minor.low(), largest),
            whole(minor.high(), largest));
  }

  /// Write a sum, rounded to three digits.
  public String total(double minor) {
    return whole(minor, minor) + " " + currency;
  }

  /// Write how much something changed, with its sign: `+0.20`.
  public String change(double minor) {
    String text = number(Math.abs(minor), digits(minor));
    return (minor < 0 ? "−" : "+") + text;
  }

  /// Behind the point: those of the currency, more where fewer than two would not be 0.
  private int digits(double minor) {
    double major = Math.abs(minor) / Math.pow(10, fraction());
    if (minor == Math.rint(minor) || major >= Math.pow(10, 1.0 - fraction())) {
      return fraction();
    }
    int needed = 1 - (int) Math.floor(Math.log10(major));
    return Math.min(MOST_DIGITS, Math.max(fraction(), needed));
  }

  private int fraction() {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  private String number(double minor, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    String text = format.format(minor == 0 ? 0 : minor / Math.pow(10, fraction()));
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  /// @param like whose third digit is the last one that is told
  private String whole(double minor, double like) {
    BigDecimal step = new BigDecimal(Math.abs(like)).movePointLeft(fraction());
    int power = step.signum() == 0 ? 0 : step.precision() - step.scale() - TOLD;
    BigDecimal rounded =
        new BigDecimal(minor, MathContext.DECIMAL64)
            .movePointLeft(fraction())
            .setScale(-Math.max(power, -fraction()), RoundingMode.HALF_EVEN);
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(fraction());
    if (rounded.scale() > 0) {
      format.setMinimumFractionDigits(fraction());
    }
    String text = format.format(rounded);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
