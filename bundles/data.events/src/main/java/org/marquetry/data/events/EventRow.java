package org.marquetry.data.events;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;

/// An event as a row of the warehouse.
final class EventRow {
  private EventRow() {}

  static Map<String, @Nullable Object> of(JournalEntry entry, Event event) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("event_id", event.id());
    row.put("type", event.type());
    row.put("occurred_at", event.occurredAt());
    row.put("received_at", event.receivedAt());
    event.customer().ifPresent(c -> row.put("customer_id", c.value()));
    event.visitor().ifPresent(v -> row.put("visitor_id", v.value()));
    event.session().ifPresent(s -> row.put("session_id", s));
    event.site().ifPresent(s -> row.put("site", s));
    event.product().ifPresent(p -> row.put("product_id", p.value()));
    event.order().ifPresent(o -> row.put("order_id", o.value()));
    event.quantity().ifPresent(q -> row.put("quantity", q));
    event
        .money()
        .ifPresent(m -> {
          row.put("amount_minor", m.minor());
          row.put("currency", m.currency());
        });
    event.decision().ifPresent(d -> row.put("decision_id", d.value()));
    number(event, "line").ifPresent(n -> row.put("line", (int) n));
    number(event, "discountMinor").ifPresent(n -> row.put("discount_minor", (long) n));
    weight(event).ifPresent(w -> row.put("weight", w));
    number(event, EventProperties.BOT_PROBABILITY)
        .ifPresent(p -> row.put("bot_probability", Math.clamp(p, 0, 1)));
    row.put("properties", Json.line(event.properties()));
    row.put("part", entry.partition());
    row.put("off", entry.offset());
    return row;
  }

  private static OptionalDouble weight(Event event) {
    return number(event, event.type().equals(EventTypes.REVIEWED) ? "rating" : "weight");
  }

  /// A property that is no number is kept in the properties and counts as not given.
  private static OptionalDouble number(Event event, String property) {
    String value = event.properties().get(property);
    try {
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
