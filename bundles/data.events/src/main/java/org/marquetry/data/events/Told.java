package org.marquetry.data.events;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.Json;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.BatchSink;

/// What the events of a batch tell about products and customers: one row for each, the later word
/// counts, what was left out stays as it was.
final class Told {
  private static final Map<String, String> PRODUCT =
      Map.ofEntries(
          Map.entry(EventProperties.TITLE, "title"),
          Map.entry(EventProperties.CATEGORY, "category"),
          Map.entry(EventProperties.SUBCATEGORY, "subcategory"),
          Map.entry(EventProperties.BRAND, "brand"),
          Map.entry(EventProperties.UNIT, "unit"),
          Map.entry(EventProperties.DESCRIPTION, "description"),
          Map.entry(EventProperties.URL, "url"),
          Map.entry(EventProperties.FAMILY, "family_id"),
          Map.entry(EventProperties.SIZE, "size"),
          Map.entry(EventProperties.COLOUR, "colour"),
          Map.entry(EventProperties.PICTURE_FROM, "picture_from"));

  private static final Pattern STOCK = Pattern.compile("[0-9]{1,15}");
  private static final Pattern KEPT_PICTURE = Pattern.compile("[0-9a-f]{64}");

  private static final Map<String, String> CUSTOMER =
      Map.of(
          EventProperties.NAME, "name",
          EventProperties.EMAIL, "email",
          EventProperties.PHONE, "phone",
          EventProperties.LANGUAGE, "language",
          EventProperties.TIME_ZONE, "time_zone",
          EventProperties.CITY, "city",
          EventProperties.COUNTRY, "country",
          EventProperties.GENDER, "gender");

  private final Map<String, Map<String, @Nullable Object>> products = new LinkedHashMap<>();
  private final Map<String, Map<String, @Nullable Object>> customers = new LinkedHashMap<>();

  void add(Event event) {
    event
        .product()
        .filter(_ -> event.type().equals(EventTypes.PRODUCT_CHANGED))
        .ifPresent(id -> product(row(products, "product_id", id.value()), event));
    event
        .customer()
        .filter(_ -> event.type().equals(EventTypes.CUSTOMER_CHANGED))
        .ifPresent(id -> customer(row(customers, "customer_id", id.value()), event));
    Optional<String> consent = EventProperties.emailConsent(event);
    if (consent.isPresent()) {
      event
          .customer()
          .ifPresent(
              id -> row(customers, "customer_id", id.value()).put("consent_email", consent.get()));
    }
  }

  private static Map<String, @Nullable Object> row(
      Map<String, Map<String, @Nullable Object>> rows, String key, String id) {
    Map<String, @Nullable Object> row = rows.computeIfAbsent(id, _ -> new HashMap<>());
    row.put(key, id);
    return row;
  }

  private static void product(Map<String, @Nullable Object> row, Event event) {
    columns(row, event, PRODUCT);
    event
        .money()
        .ifPresent(price -> {
          row.put("price_minor", price.minor());
          row.put("currency", price.currency());
        });
    String stock = event.properties().get(EventProperties.STOCK);
    if (stock != null && STOCK.matcher(stock).matches()) {
      row.put("stock", Long.parseLong(stock));
    }
    String picture = event.properties().get(EventProperties.PICTURE);
    if (picture != null) {
      row.put(KEPT_PICTURE.matcher(picture).matches() ? "picture" : "picture_url", picture);
    }
    Map<String, String> others = new TreeMap<>(event.properties());
    others.keySet().removeAll(PRODUCT.keySet());
    others.keySet().removeAll(List.of(EventProperties.STOCK, EventProperties.PICTURE));
    if (!others.isEmpty()) {
      row.put("attributes", Json.write(others));
    }
  }

  private static void customer(Map<String, @Nullable Object> row, Event event) {
    columns(row, event, CUSTOMER);
    String year = event.properties().get(EventProperties.BIRTH_YEAR);
    if (year != null && year.matches("[0-9]{4}")) {
      row.put("birth_year", Integer.parseInt(year));
    }
  }

  private static void columns(
      Map<String, @Nullable Object> row, Event event, Map<String, String> columns) {
    columns.forEach((property, column) -> {
      String value = event.properties().get(property);
      if (value != null) {
        row.put(column, value);
      }
    });
  }

  void writeTo(BatchSink sink) {
    products.values().forEach(row -> sink.add("products", row));
    customers.values().forEach(row -> sink.add("customers", row));
  }
}
