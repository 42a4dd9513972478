package org.marquetry.campaign.core.proposal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Goal;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;

/// Which products a proposal is about: what sells best, or what lies longest.
///
/// What lies longest is what is in stock beyond the sales of a quarter, at its price.
record Goods(Warehouse warehouse) {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final int SHOWN = 4;

  private static final String SOLD =
      """
      SELECT p.product_id, any_value(p.category) AS category, any_value(p.price_minor) AS price,
        any_value(p.stock) AS stock, coalesce(sum(l.quantity) FILTER (WHERE l.kept AND l.ordered_at >= ?), 0) AS sold
      FROM v1.products p LEFT JOIN v1.order_lines l ON l.product_id = p.product_id
      WHERE p.title IS NOT NULL AND p.category IS NOT NULL GROUP BY p.product_id
      """;
  private static final String BEST =
      " FROM (" + SOLD + ") WHERE sold > 0 AND coalesce(stock, 1) > 0";
  private static final String LYING = " FROM (" + SOLD + ") WHERE stock > sold AND price > 0";

  /// The categories that a goal may be about, the best first.
  ///
  /// @param limit at least 1
  List<String> themes(Goal goal, Instant now, int limit) {
    String by =
        goal == Goal.CLEAR_STOCK
            ? LYING + " GROUP BY category ORDER BY sum((stock - sold) * price) DESC, category"
            : BEST + " GROUP BY category ORDER BY sum(sold) DESC, category";
    return warehouse.query(
        "SELECT category" + by + " LIMIT " + limit,
        List.of(now.minus(QUARTER)),
        row -> row.string("category"));
  }

  /// The products that the mail shows, at most four.
  ///
  /// @param theme category; empty: any
  List<ProductId> shown(Goal goal, Optional<String> theme, Instant now) {
    String from = goal == Goal.CLEAR_STOCK ? LYING : BEST;
    String order = goal == Goal.CLEAR_STOCK ? "(stock - sold) * price" : "sold";
    return warehouse.query(
        "SELECT product_id"
            + from
            + " AND (? = '' OR category = ?) ORDER BY "
            + order
            + " DESC, product_id LIMIT "
            + SHOWN,
        List.of(now.minus(QUARTER), theme.orElse(""), theme.orElse("")),
        row -> new ProductId(row.string("product_id")));
  }

  /// Whether the catalogue tells what is in stock.
  boolean knowsStock() {
    return warehouse
            .query(
                "SELECT 1 AS one FROM v1.products WHERE stock IS NOT NULL LIMIT 1",
                List.of(),
                row -> row.longValue("one"))
            .size()
        == 1;
  }
}
