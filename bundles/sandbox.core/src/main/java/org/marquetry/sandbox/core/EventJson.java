package org.marquetry.sandbox.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Event;

/// An event as it goes to the door.
final class EventJson {
  private EventJson() {}

  static Map<String, @Nullable Object> of(Event event) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", event.id());
    json.put("type", event.type());
    json.put("occurredAt", event.occurredAt().toString());
    event.customer().ifPresent(c -> json.put("customer", c.value()));
    event.visitor().ifPresent(v -> json.put("visitor", v.value()));
    event.session().ifPresent(s -> json.put("session", s));
    event.site().ifPresent(s -> json.put("site", s));
    event.product().ifPresent(p -> json.put("product", p.value()));
    event.order().ifPresent(o -> json.put("order", o.value()));
    event.quantity().ifPresent(q -> json.put("quantity", q));
    event
        .money()
        .ifPresent(m -> {
          json.put("amountMinor", m.minor());
          json.put("currency", m.currency());
        });
    event.decision().ifPresent(d -> json.put("decision", d.value()));
    if (!event.properties().isEmpty()) {
      json.put("properties", event.properties());
    }
    return json;
  }
}
