package org.marquetry.ui.profile;

import java.time.LocalDate;
import java.util.Optional;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// What is known of a customer in one trait.
///
/// @param value a Money, Double, LocalDate or String
record TraitValue(Trait trait, Object value) {
  static TraitValue money(Trait trait, Money money) {
    return new TraitValue(trait, money);
  }

  static TraitValue number(Trait trait, double number) {
    return new TraitValue(trait, number);
  }

  static TraitValue date(Trait trait, LocalDate day) {
    return new TraitValue(trait, day);
  }

  /// Read a trait; empty when it is not known.
  static Optional<TraitValue> of(Profile profile, Trait trait) {
    return switch (trait.kind()) {
      case TEXT -> profile.text(trait).map(t -> new TraitValue(trait, t));
      case DATE -> profile.date(trait).map(d -> new TraitValue(trait, d));
      case NUMBER ->
          trait.unit() == Trait.Unit.MONEY
              ? profile.money(trait).map(m -> new TraitValue(trait, m))
              : profile.number(trait).stream().mapToObj(n -> new TraitValue(trait, n)).findFirst();
    };
  }

  /// Write it for people.
  String show(Formats formats) {
    return switch (value) {
      case Money money -> formats.money(money);
      case LocalDate day -> formats.date(day);
      case Double number -> formats.number(number.doubleValue());
      default -> value.toString();
    };
  }
}
