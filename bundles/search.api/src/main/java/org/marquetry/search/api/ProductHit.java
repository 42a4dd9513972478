package org.marquetry.search.api;

import java.util.Optional;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;

/// One product that was found.
///
/// @param title as the shop wrote it, or its category when it has no title
/// @param score above 0; comparable within one answer only
public record ProductHit(
    ProductId product,
    String title,
    Optional<String> category,
    Optional<String> brand,
    Optional<Money> price,
    double score) {}
