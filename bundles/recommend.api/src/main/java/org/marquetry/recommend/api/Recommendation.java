package org.marquetry.recommend.api;

import java.util.Optional;
import org.marquetry.shop.api.ProductId;

/// A product for a customer.
///
/// @param score what ranked it; orders the products of one answer and is no probability
/// @param basis what the score rests on
/// @param reason the past product that speaks most for it; empty when none does
public record Recommendation(
    ProductId product, double score, Basis basis, Optional<Reason> reason) {}
