package org.marquetry.data.api;

import java.time.Instant;
import java.util.Optional;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;

/// An order line of a product.
///
/// @param quantity units
/// @param paid after discounts; empty when the source has no amount
/// @param kept neither cancelled nor returned as a whole
public record ProductOrder(
    Instant at,
    OrderId order,
    Optional<CustomerId> customer,
    double quantity,
    Optional<Money> paid,
    boolean kept) {}
