package org.marquetry.copy.api;

import java.time.LocalDate;
import org.marquetry.shop.api.Money;

/// The typed value of a fact; a writer gives it its form in a language.
public sealed interface FactValue {
  /// A name or word of the shop or of a visitor; hostile until cleaned, never markup.
  record Text(String text) implements FactValue {}

  record Amount(Money money) implements FactValue {}

  /// A number of things or days, at least 0.
  record Count(long count) implements FactValue {
    public Count {
      if (count < 0) throw new IllegalArgumentException("count must be >= 0, got " + count);
    }
  }

  /// @param percent in (0, 100]
  record Percent(double percent) implements FactValue {
    public Percent {
      if (!(percent > 0 && percent <= 100)) {
        throw new IllegalArgumentException("percent must be in (0, 100], got " + percent);
      }
    }
  }

  /// A number with decimals, such as a mean rating.
  record Decimal(double value) implements FactValue {
    public Decimal {
      if (!Double.isFinite(value))
        throw new IllegalArgumentException("value must be finite, got " + value);
    }
  }

  /// A day in the shop's zone.
  record Day(LocalDate day) implements FactValue {}
}
