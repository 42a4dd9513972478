package org.marquetry.recommend.api;

import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.shop.api.ProductId;

/// What would be shown to somebody who had not had to do with one product of their past.
///
/// @param rank the place as shown of the product that was asked about, from 1; empty when it would
///   not be among the first 1000
/// @param instead what would stand at its place of now; empty when it would stay there, nothing
///   would, or it has none now
public record Counterfactual(OptionalInt rank, Optional<ProductId> instead) {}
