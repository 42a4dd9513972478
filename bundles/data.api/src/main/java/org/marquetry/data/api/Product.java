package org.marquetry.data.api;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// A product as last told.
///
/// @param title empty for a product that only other facts name
/// @param price list price now
/// @param stock units that can be sold now, at least 0; empty when the shop does not tell
/// @param picture the kept one
/// @param family what its variants share; empty for a product without variants
/// @param size of a variant, as the shop writes it
/// @param colour of a variant, as the shop writes it
/// @param sold units that were bought and kept
/// @param rating mean of the stars; empty without reviews
/// @param ratings how many reviews have stars
public record Product(
    ProductId id,
    Optional<String> title,
    Optional<String> category,
    Optional<String> subcategory,
    Optional<String> brand,
    Optional<Money> price,
    OptionalLong stock,
    Optional<Picture> picture,
    Optional<String> family,
    Optional<String> size,
    Optional<String> colour,
    double sold,
    OptionalDouble rating,
    int ratings) {
  /// What to call it.
  public String called() {
    return title.orElse(id.value());
  }
}
