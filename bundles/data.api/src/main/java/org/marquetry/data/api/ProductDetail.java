package org.marquetry.data.api;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.shop.api.Money;

/// One product with what its page shows.
///
/// @param attributes further columns of the source, by name
/// @param variants all products of its family, itself too; empty without a family
/// @param prices each change of the list price, oldest first
/// @param orders how many orders kept some of it
public record ProductDetail(
    Product product,
    Optional<String> description,
    Optional<String> url,
    Map<String, String> attributes,
    List<Product> variants,
    List<PriceChange> prices,
    int orders) {
  /// From then on it cost so much.
  public record PriceChange(Instant from, Money price) {}

  public ProductDetail {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    variants = List.copyOf(variants);
    prices = List.copyOf(prices);
  }
}
