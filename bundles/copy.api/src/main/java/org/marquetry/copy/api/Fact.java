package org.marquetry.copy.api;

import java.time.LocalDate;
import org.marquetry.shop.api.Money;

/// One thing that is known and may be said.
///
/// @param id names this fact in claims, unique within a brief
/// @param name what it says, see [FactNames]
/// @param source where it comes from, for people, such as `v1.products.title`
public record Fact(String id, String name, FactValue value, String source) {
  public Fact {
    if (id.isBlank()) throw new IllegalArgumentException("fact id must not be blank");
    if (name.isBlank()) throw new IllegalArgumentException("fact name must not be blank");
  }

  /// Make a text fact whose id is its name.
  public static Fact text(String name, String text, String source) {
    return new Fact(name, name, new FactValue.Text(text), source);
  }

  /// Make a money fact whose id is its name.
  public static Fact money(String name, Money money, String source) {
    return new Fact(name, name, new FactValue.Amount(money), source);
  }

  /// Make a count fact whose id is its name.
  public static Fact count(String name, long count, String source) {
    return new Fact(name, name, new FactValue.Count(count), source);
  }

  /// Make a percent fact whose id is its name.
  public static Fact percent(String name, double percent, String source) {
    return new Fact(name, name, new FactValue.Percent(percent), source);
  }

  /// Make a day fact whose id is its name.
  public static Fact day(String name, LocalDate day, String source) {
    return new Fact(name, name, new FactValue.Day(day), source);
  }

  /// Make a decimal fact whose id is its name.
  public static Fact decimal(String name, double value, String source) {
    return new Fact(name, name, new FactValue.Decimal(value), source);
  }
}
