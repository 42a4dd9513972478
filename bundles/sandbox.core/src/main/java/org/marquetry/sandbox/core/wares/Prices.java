package org.marquetry.sandbox.core.wares;

import java.util.Currency;
import java.util.Map;
import org.marquetry.shop.api.Money;

/// Makes prices that look like ones: 37.99, 289.00, 5900.
final class Prices {
  /// How many units of a currency about a euro is; others count as one.
  private static final Map<String, Double> PER_EURO =
      Map.of("CNY", 7.8, "HKD", 8.5, "TWD", 35.0, "JPY", 160.0, "INR", 90.0, "KRW", 1500.0);

  private final String currency;
  private final double perEuro;
  private final int digits;

  Prices(String currency) {
    this.currency = currency;
    perEuro = PER_EURO.getOrDefault(currency, 1.0);
    digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  /// A price on a label, near an amount.
  Money label(double euros) {
    double units = euros * perEuro;
    if (units < 100 && digits > 0) {
      return new Money(Math.max(1, Math.round(units)) * scale() - scale() / 100, currency);
    }
    double step = units < 1000 ? 1 : 10;
    long rounded = Math.round(Math.round(units / step) * step);
    return new Money((rounded % 10 == 0 ? rounded - 1 : rounded) * scale(), currency);
  }

  /// A share of a price, exact to the minor unit.
  Money share(Money price, double share) {
    return new Money(Math.max(1, Math.round(price.minor() * share)), currency);
  }

  private long scale() {
    return Math.round(Math.pow(10, digits));
  }
}
