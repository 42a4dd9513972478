package org.marquetry.recommend.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.recommend.spi.Interactions;
import org.marquetry.recommend.spi.InteractionsBuilder;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;

/// Who had to do with what, read from the published events.
///
/// @param customers dense number to customer
/// @param products dense number to product
/// @param customerNumbers customer to dense number
/// @param productNumbers product to dense number
/// @param pairs weighted pairs; the weight is the sum of the events' strengths, the time that of
///   the latest event
/// @param strengths of one event, by type
/// @param bought the pairs that were bought, with the time of the latest purchase, in milliseconds
record EventHistory(
    List<CustomerId> customers,
    List<ProductId> products,
    Map<CustomerId, Integer> customerNumbers,
    Map<ProductId, Integer> productNumbers,
    Interactions pairs,
    Map<String, Double> strengths,
    Interactions bought) {

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  /// One row a pair and type; a source's own weight (a rating, a play count) takes the place of the
  /// number of events, on a log scale.
  private static String sql(int types) {
    return """
    SELECT customer_id, product_id, type, count(*) AS events, max(epoch_ms(occurred_at)) AS latest,
      sum(ln(1 + greatest(weight, 0))) FILTER (WHERE weight IS NOT NULL) AS weight
    FROM v1.events
    WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND type IN (%s) AND occurred_at < ?
    GROUP BY customer_id, product_id, type
    ORDER BY customer_id, product_id, type
    """
        .formatted(String.join(", ", Collections.nCopies(types, "?")));
  }

  /// Read all events whose type has a strength; empty when there is none.
  static Optional<EventHistory> read(Warehouse warehouse, Map<String, Double> strengths) {
    return read(warehouse, strengths, EVER, List.of());
  }

  /// Read those that happened before a moment.
  static Optional<EventHistory> read(
      Warehouse warehouse, Map<String, Double> strengths, Instant before) {
    return read(warehouse, strengths, before, List.of());
  }

  /// Read those of some products, which have the numbers of their places.
  static Optional<EventHistory> of(
      Warehouse warehouse, Map<String, Double> strengths, List<ProductId> products) {
    return read(warehouse, strengths, EVER, products);
  }

  /// @param only these products, in this order; empty: all
  private static Optional<EventHistory> read(
      Warehouse warehouse, Map<String, Double> strengths, Instant before, List<ProductId> only) {
    if (strengths.isEmpty()) {
      return Optional.empty();
    }
    List<String> types = strengths.keySet().stream().sorted().toList();
    Map<CustomerId, Integer> customers = new HashMap<>();
    Map<ProductId, Integer> products = new HashMap<>();
    List<CustomerId> customerList = new ArrayList<>();
    List<ProductId> productList = new ArrayList<>();
    only.forEach(product -> number(product, products, productList));
    List<Entry> entries = new ArrayList<>();
    warehouse.scan(
        sql(types.size()),
        Stream.concat(types.stream(), Stream.of(before)).toList(),
        row -> {
          ProductId id = new ProductId(row.string("product_id"));
          if (!only.isEmpty() && !products.containsKey(id)) {
            return;
          }
          int customer = number(new CustomerId(row.string("customer_id")), customers, customerList);
          int product = number(id, products, productList);
          double times =
              row.optDouble("weight")
                  .orElse(Math.log1p((double) row.longValue("events")) / Math.log(2));
          String type = row.string("type");
          double weight = strengths.getOrDefault(type, 0.0) * times;
          if (weight > 0) {
            boolean isOrder = type.equals(EventTypes.ORDERED);
            entries.add(new Entry(customer, product, weight, row.longValue("latest"), isOrder));
          }
        });
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    InteractionsBuilder pairs = Interactions.builder(customerList.size(), productList.size());
    entries.forEach(e -> pairs.add(e.customer(), e.product(), e.weight(), e.time()));
    InteractionsBuilder bought = Interactions.builder(customerList.size(), productList.size());
    entries.stream()
        .filter(Entry::isOrder)
        .forEach(e -> bought.add(e.customer(), e.product(), e.weight(), e.time()));
    return Optional.of(
        new EventHistory(
            List.copyOf(customerList),
            List.copyOf(productList),
            Map.copyOf(customers),
            Map.copyOf(products),
            pairs.build(),
            Map.copyOf(strengths),
            bought.build()));
  }

  private record Entry(int customer, int product, double weight, long time, boolean isOrder) {}

  private static <T> int number(T id, Map<T, Integer> numbers, List<T> list) {
    Integer known = numbers.putIfAbsent(id, list.size());
    if (known != null) {
      return known;
    }
    list.add(id);
    return list.size() - 1;
  }
}
