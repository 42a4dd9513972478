package org.marquetry.data.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.shop.api.CustomerId;

/// What somebody said about a product. The words are a visitor's: text, never markup.
///
/// @param stars as given; empty when none were
public record ProductReview(
    Instant at,
    Optional<CustomerId> customer,
    OptionalDouble stars,
    Optional<String> title,
    Optional<String> text) {}
