package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// Something that is known about customers, or not known for some of them.
///
/// @param id unique, lower camel case, at most 40 characters
/// @param kind how it is compared
/// @param label what people call it
/// @param unit unit of a number; `money` stands for minor units of the shop's currency
public record Trait(String id, Kind kind, Words label, Unit unit) {
  /// How a trait is compared.
  public enum Kind {
    NUMBER,
    TEXT,
    DATE
  }

  /// What a number counts.
  public enum Unit {
    /// Nothing: a score, a text, a date.
    NONE,
    DAYS,
    ORDERS,
    /// Minor units of the shop's currency.
    MONEY,
    /// A probability in 0..1.
    SHARE
  }

  public Trait {
    if (!id.matches("[a-z][a-zA-Z0-9]{0,39}")) {
      throw new IllegalArgumentException(
          "trait id must be lower camel case of at most 40 characters, got '" + id + "'");
    }
    if (kind != Kind.NUMBER && unit != Unit.NONE) {
      throw new IllegalArgumentException("only a number has a unit, got " + unit + " for " + id);
    }
  }
}
