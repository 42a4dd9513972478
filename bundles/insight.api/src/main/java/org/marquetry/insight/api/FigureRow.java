package org.marquetry.insight.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.OrderId;

/// One row that a day's figure rests on: an order line of the net revenue, an order, or an active
/// customer.
///
/// @param at when the line or order came, or the customer's first event of the day
/// @param customer empty when the shop does not know who
/// @param title of the product; only of an order line
/// @param quantity units of a line, units kept of an order, events of a customer
/// @param counts what it adds to the figure, in the figure's unit
public record FigureRow(
    Instant at,
    Optional<CustomerId> customer,
    Optional<OrderId> order,
    Optional<String> title,
    OptionalDouble quantity,
    long counts) {}
