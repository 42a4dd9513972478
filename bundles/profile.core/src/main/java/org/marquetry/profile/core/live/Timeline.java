package org.marquetry.profile.core.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// Reads one customer's events from the published views.
public final class Timeline {
  private static final String FROM =
      """
      FROM v1.events e
      LEFT JOIN v1.products p ON p.product_id = e.product_id
      LEFT JOIN v1.order_lines l ON l.customer_id = e.customer_id AND l.event_id = e.event_id
      WHERE e.customer_id = ?%s
      """;

  private static final String EVENTS =
      """
      SELECT e.event_id, e.type, e.occurred_at, e.product_id, p.title, e.order_id, e.quantity,
        e.amount_minor, e.currency, e.decision_id, e.properties, l.net_minor
      """
          + FROM
          + "ORDER BY e.occurred_at DESC, e.event_id DESC LIMIT %d OFFSET %d";

  private final Warehouse warehouse;

  public Timeline(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public List<CustomerEvent> events(CustomerId customer, Behind behind, int offset, int limit) {
    return warehouse.query(
        EVENTS.formatted(behind.where(), limit, offset),
        behind.after(customer.value()),
        Timeline::event);
  }

  int count(CustomerId customer, Behind behind) {
    return warehouse
        .query(
            "SELECT count(*) AS n " + FROM.formatted(behind.where()),
            behind.after(customer.value()),
            row -> (int) row.longValue("n"))
        .getFirst();
  }

  private static CustomerEvent event(Row row) {
    return new CustomerEvent(
        row.string("event_id"),
        row.string("type"),
        row.instant("occurred_at"),
        row.optString("product_id").map(ProductId::new),
        row.optString("title"),
        row.optString("order_id").map(OrderId::new),
        row.optDouble("quantity"),
        money(row, "amount_minor"),
        money(row, "net_minor"),
        row.optString("decision_id").map(DecisionId::new),
        row.optString("properties").map(Timeline::properties).orElse(Map.of()));
  }

  private static Optional<Money> money(Row row, String column) {
    return row.isNull(column)
        ? Optional.empty()
        : row.optString("currency").map(currency -> new Money(row.longValue(column), currency));
  }

  private static Map<String, String> properties(String json) {
    return Json.parse(json) instanceof JsonValue.JsonObject object
        ? object.members().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue())))
        : Map.of();
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.JsonString text -> text.value();
      case JsonValue.JsonNumber number -> number.value().toPlainString();
      case JsonValue.JsonBoolean truth -> Boolean.toString(truth.value());
      case JsonValue.JsonNull _, JsonValue.JsonArray _, JsonValue.JsonObject _ -> "";
    };
  }
}
