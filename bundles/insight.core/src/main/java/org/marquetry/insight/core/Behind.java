package org.marquetry.insight.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.insight.api.Figure;
import org.marquetry.insight.api.FigureRow;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.OrderId;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// The rows behind one figure of one day, and their sum.
///
/// @param from first moment of the day
/// @param to first moment of the next
record Behind(Warehouse warehouse, Figure figure, Instant from, Instant to, String currency) {
  private static final String LINES =
      """
      SELECT l.ordered_at AS happened_at, l.customer_id, l.order_id, coalesce(p.title, l.product_id) AS title,
        l.quantity, l.net_minor AS counts, l.order_id || '/' || l.line AS id
      FROM v1.order_lines l LEFT JOIN v1.products p ON p.product_id = l.product_id
      WHERE l.ordered_at >= ? AND l.ordered_at < ? AND coalesce(l.currency, nullif(?, '')) = ?
        AND l.amount_minor IS NOT NULL
      """;

  private static final String ORDERS =
      """
      SELECT min(ordered_at) AS happened_at, min(customer_id) AS customer_id, order_id,
        CAST(NULL AS VARCHAR) AS title, sum(net_quantity) AS quantity, CAST(1 AS BIGINT) AS counts,
        order_id AS id
      FROM v1.order_lines WHERE ordered_at >= ? AND ordered_at < ? AND kept
      GROUP BY order_id
      """;

  private static final String CUSTOMERS =
      """
      SELECT min(occurred_at) AS happened_at, customer_id, CAST(NULL AS VARCHAR) AS order_id,
        CAST(NULL AS VARCHAR) AS title, CAST(count(*) AS DOUBLE) AS quantity,
        CAST(1 AS BIGINT) AS counts, customer_id AS id
      FROM v1.events
      WHERE occurred_at >= ? AND occurred_at < ? AND customer_id IS NOT NULL AND by_customer
      GROUP BY customer_id
      """;

  long sum() {
    return one("CAST(coalesce(sum(counts), 0) AS BIGINT)");
  }

  int count() {
    return (int) one("count(*)");
  }

  List<FigureRow> rows(int offset, int limit) {
    return warehouse.query(
        "SELECT * FROM (%s) ORDER BY happened_at, id LIMIT %d OFFSET %d"
            .formatted(sql(), limit, offset),
        arguments(),
        Behind::row);
  }

  private long one(String what) {
    return warehouse
        .query(
            "SELECT %s AS n FROM (%s)".formatted(what, sql()),
            arguments(),
            row -> row.longValue("n"))
        .getFirst();
  }

  private String sql() {
    return switch (figure) {
      case NET_REVENUE -> LINES;
      case ORDERS -> ORDERS;
      case ACTIVE_CUSTOMERS -> CUSTOMERS;
    };
  }

  private List<Object> arguments() {
    List<Object> arguments = new ArrayList<>(List.of(from, to));
    if (figure == Figure.NET_REVENUE) {
      arguments.addAll(List.of(currency, currency));
    }
    return arguments;
  }

  private static FigureRow row(Row row) {
    return new FigureRow(
        row.instant("happened_at"),
        row.optString("customer_id").map(CustomerId::new),
        row.optString("order_id").map(OrderId::new),
        row.optString("title"),
        row.optDouble("quantity"),
        row.longValue("counts"));
  }
}
