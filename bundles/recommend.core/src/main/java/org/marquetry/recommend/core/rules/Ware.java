package org.marquetry.recommend.core.rules;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.shop.api.ProductId;

/// What rules ask about a product.
///
/// @param family what its variants share
/// @param stock units that can be sold; empty when the catalogue does not tell
/// @param margin share of the price that is left after the cost; empty when the catalogue does not
///   tell
public record Ware(
    ProductId id,
    Optional<String> category,
    Optional<String> subcategory,
    Optional<String> brand,
    Optional<String> family,
    OptionalLong stock,
    OptionalDouble margin) {
  static final double VARIANT = 1;
  static final double SUBCATEGORY = 0.75;
  static final double CATEGORY = 0.5;
  static final double BRAND = 0.25;

  /// A product of which only the id is known.
  public static Ware of(ProductId id) {
    return new Ware(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  boolean is(RuleTarget target) {
    return switch (target.kind()) {
      case PRODUCT -> id.value().equals(target.value());
      case BRAND -> is(brand, target.value());
      case CATEGORY -> isIn(target.value());
    };
  }

  /// Whether its broad or its narrow category is called so.
  public boolean isIn(String wanted) {
    return is(category, wanted) || is(subcategory, wanted);
  }

  private static boolean is(Optional<String> name, String wanted) {
    return name.filter(wanted::equalsIgnoreCase).isPresent();
  }

  /// In [0, 1], as [org.marquetry.recommend.api.RuleEffect.Diversity] says.
  double likeness(Ware other) {
    if (same(family, other.family)) {
      return VARIANT;
    }
    if (same(subcategory, other.subcategory)) {
      return SUBCATEGORY;
    }
    if (same(category, other.category)) {
      return CATEGORY;
    }
    return same(brand, other.brand) ? BRAND : 0;
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }
}
