package org.marquetry.recommend.api;

import org.marquetry.shop.api.ProductId;

/// Why a product is recommended.
///
/// @param pastProduct what the customer had to do with before
/// @param contribution what it adds to the score
/// @param share its part of all that speaks for the product, in (0, 1]
public record Reason(ProductId pastProduct, double contribution, double share) {}
