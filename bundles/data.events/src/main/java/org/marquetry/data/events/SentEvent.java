package org.marquetry.data.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// One event as a program sends it.
///
/// @param id the sender's own id; sent again it counts once
/// @param type for example `viewed` or `ordered`
/// @param occurredAt UTC, at most a day in the future
/// @param quantity number of units, 0 or more
/// @param amountMinor money in minor units (cents, fen), 0 or more; goes with currency
/// @param currency ISO 4217 code
/// @param decision the decision that led here
/// @param properties at most 4 KB together; `rating` of a review, `line` of an order line
record SentEvent(
    String id,
    String type,
    Instant occurredAt,
    Optional<String> customer,
    Optional<String> visitor,
    Optional<String> session,
    Optional<String> site,
    Optional<String> product,
    Optional<String> order,
    OptionalDouble quantity,
    OptionalLong amountMinor,
    Optional<String> currency,
    Optional<String> decision,
    Map<String, String> properties) {
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Set<String> OF_AN_ORDER =
      Set.of(EventTypes.ORDERED, EventTypes.CANCELLED, EventTypes.RETURNED);

  /// @throws IllegalArgumentException naming the field and its rule
  Event toEvent(Instant now) {
    if (occurredAt.isAfter(now.plus(AHEAD))) {
      throw new IllegalArgumentException(
          "occurredAt must not lie in the future, got " + occurredAt);
    }
    if (quantity.orElse(0) < 0 || amountMinor.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "quantity and amountMinor must be >= 0; send what came back as an event returned");
    }
    if (OF_AN_ORDER.contains(type) && order.isEmpty()) {
      throw new IllegalArgumentException(type + " must name the order");
    }
    if (amountMinor.isPresent() != currency.isPresent()) {
      throw new IllegalArgumentException("amountMinor and currency must be sent together");
    }
    Event.Builder event =
        Event.builder(id, type, occurredAt)
            .receivedAt(now)
            .customer(customer.map(CustomerId::new).orElse(null))
            .visitor(visitor.map(VisitorId::new).orElse(null))
            .session(session.orElse(null))
            .site(site.orElse(null))
            .product(product.map(ProductId::new).orElse(null))
            .order(order.map(OrderId::new).orElse(null))
            .decision(decision.map(DecisionId::new).orElse(null))
            .properties(properties);
    quantity.ifPresent(event::quantity);
    currency.ifPresent(c -> event.money(new Money(amountMinor.orElse(0), c)));
    return event.build();
  }
}
