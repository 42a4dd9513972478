package org.marquetry.profile.core.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// What imports brought, as events: an import goes to the warehouse past the journal, which holds
/// only a marker of it.
final class BatchRows {
  private static final Map<String, String> CUSTOMER =
      Map.of(
          "name", EventProperties.NAME,
          "email", EventProperties.EMAIL,
          "phone", EventProperties.PHONE,
          "language", EventProperties.LANGUAGE,
          "city", EventProperties.CITY,
          "country", EventProperties.COUNTRY,
          "birth_year", EventProperties.BIRTH_YEAR,
          "gender", EventProperties.GENDER);
  private static final Map<String, String> PRODUCT =
      Map.of(
          "title", EventProperties.TITLE,
          "category", EventProperties.CATEGORY,
          "brand", EventProperties.BRAND);
  private static final int LONGEST_TEXT = 300; // characters; an event takes so much

  private final Warehouse warehouse;
  private final ToIntFunction<String> partition;

  /// @param partition of a partition key
  BatchRows(Warehouse warehouse, ToIntFunction<String> partition) {
    this.warehouse = warehouse;
    this.partition = partition;
  }

  /// The number of a batch; empty when it is not loaded, or taken back by now.
  Optional<Long> number(String batch) {
    return warehouse
        .query(
            "SELECT number FROM v1.imports WHERE batch_id = ?",
            List.of(batch),
            r -> r.longValue("number"))
        .stream()
        .findFirst();
  }

  /// The number of the newest batch that is loaded now.
  long newest() {
    return warehouse
        .query(
            "SELECT coalesce(max(number), 0) AS n FROM v1.imports",
            List.of(),
            r -> r.longValue("n"))
        .getFirst();
  }

  /// Everything of a batch in a partition, in a fixed order; persons who were erased are passed
  /// over.
  ///
  /// @param at when it was loaded: when what it tells about customers and products was told
  void read(String batch, int part, Instant at, Consumer<Event> events) {
    warehouse.scan(
        "SELECT * FROM v1.events WHERE batch_id = ? AND customer_id IS NOT NULL AND customer_id NOT"
            + " LIKE 'erased-%' ORDER BY occurred_at, event_id",
        List.of(batch),
        r -> {
          if (partition.applyAsInt("c:" + r.string("customer_id")) == part) {
            events.accept(event(r));
          }
        });
    warehouse.scan(
        "SELECT c.* FROM v1.customers c JOIN v1.imported_customers i ON i.customer_id ="
            + " c.customer_id WHERE i.batch_id = ? ORDER BY c.customer_id",
        List.of(batch),
        r -> {
          if (partition.applyAsInt("c:" + r.string("customer_id")) == part) {
            customer(r, at, events);
          }
        });
    warehouse.scan(
        "SELECT p.* FROM v1.products p JOIN v1.imported_products i ON i.product_id = p.product_id"
            + " WHERE i.batch_id = ? ORDER BY p.product_id",
        List.of(batch),
        r -> {
          if (partition.applyAsInt("p:" + r.string("product_id")) == part) {
            Event.Builder event = Event.builder("import", EventTypes.PRODUCT_CHANGED, at);
            events.accept(
                event
                    .product(new ProductId(r.string("product_id")))
                    .properties(texts(r, PRODUCT))
                    .build());
          }
        });
  }

  private static Event event(Row r) {
    Event.Builder event =
        Event.builder(r.string("event_id"), r.string("type"), r.instant("occurred_at"))
            .receivedAt(r.optInstant("received_at").orElse(r.instant("occurred_at")))
            .customer(new CustomerId(r.string("customer_id")))
            .product(r.optString("product_id").map(ProductId::new).orElse(null))
            .order(r.optString("order_id").map(OrderId::new).orElse(null))
            .properties(line(r));
    r.optDouble("quantity").ifPresent(event::quantity);
    r.optLong("amount_minor")
        .ifPresent(minor ->
            r.optString("currency").ifPresent(code -> event.money(new Money(minor, code))));
    return event.build();
  }

  private static Map<String, String> line(Row r) {
    return r.optLong("line").isPresent()
        ? Map.of(EventProperties.LINE, Long.toString(r.optLong("line").getAsLong()))
        : Map.of();
  }

  private static void customer(Row r, Instant at, Consumer<Event> events) {
    CustomerId customer = new CustomerId(r.string("customer_id"));
    events.accept(
        Event.builder("import", EventTypes.CUSTOMER_CHANGED, at)
            .customer(customer)
            .properties(texts(r, CUSTOMER))
            .build());
  }

  private static Map<String, String> texts(Row r, Map<String, String> columns) {
    Map<String, String> texts = new HashMap<>();
    columns.forEach((column, property) -> {
      @Nullable String text = text(r, column);
      if (text != null) {
        texts.put(property, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
      }
    });
    return texts;
  }

  private static @Nullable String text(Row r, String column) {
    if (column.equals("birth_year")) {
      return r.optLong(column).isPresent() ? Long.toString(r.optLong(column).getAsLong()) : null;
    }
    return r.optString(column).orElse(null);
  }

  /// What each customer of the batch said about e-mail, `granted` or `refused`.
  void consents(String batch, int part, java.util.function.BiConsumer<String, String> consents) {
    warehouse.scan(
        "SELECT c.customer_id, c.consent_email FROM v1.customers c JOIN v1.imported_customers i ON"
            + " i.customer_id = c.customer_id WHERE i.batch_id = ? AND c.consent_email IS NOT NULL"
            + " ORDER BY c.customer_id",
        List.of(batch),
        r -> {
          if (partition.applyAsInt("c:" + r.string("customer_id")) == part) {
            consents.accept(r.string("customer_id"), r.string("consent_email"));
          }
        });
  }
}
