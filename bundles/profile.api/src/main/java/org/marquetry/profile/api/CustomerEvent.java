package org.marquetry.profile.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;

/// One line of a customer's timeline.
///
/// @param eventId the sender's id
/// @param type for example `ordered`
/// @param title of the product; empty when the catalogue does not know it
/// @param amount as sent: of `ordered` what was paid, of `returned` what was paid back (positive)
/// @param counted what it adds to the net revenue, after cancellation and returns; only of
///   `ordered`
/// @param properties as sent; the sender's text, never markup
public record CustomerEvent(
    String eventId,
    String type,
    Instant occurredAt,
    Optional<ProductId> product,
    Optional<String> title,
    Optional<OrderId> order,
    OptionalDouble quantity,
    Optional<Money> amount,
    Optional<Money> counted,
    Optional<DecisionId> decision,
    Map<String, String> properties) {
  public CustomerEvent {
    properties = Map.copyOf(properties);
  }
}
