package org.marquetry.shop.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// Hold an amount of money exactly.
///
/// @param minor the amount in minor units of the currency (cents, fen); may be negative
/// @param currency ISO 4217 code
public record Money(long minor, String currency) {
  public Money {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("currency must be an ISO 4217 code, got " + currency, e);
    }
  }

  /// Make money from major units, rounded half-even to the minor unit.
  ///
  /// @throws ArithmeticException if the amount does not fit 63 bits of minor units
  public static Money of(BigDecimal major, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    long minor = major.setScale(digits, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    return new Money(minor, currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /// Add; both must be in one currency.
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /// Subtract; both must be in one currency.
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /// Give the amount in major units, exactly.
  public BigDecimal toMajor() {
    return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  @Override
  public String toString() {
    return toMajor().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }
}
