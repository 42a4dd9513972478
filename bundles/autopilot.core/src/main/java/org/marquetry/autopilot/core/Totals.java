package org.marquetry.autopilot.core;

import java.util.List;
import org.marquetry.warehouse.api.Warehouse;

/// How much there is of everything.
///
/// @param netMinor net revenue in minor units; 0 without amounts
/// @param money whether any order line has an amount
/// @param titled products with a title or a category
record Totals(
    long events,
    long customers,
    long products,
    long titled,
    long orders,
    long netMinor,
    boolean money) {
  static Totals read(Warehouse warehouse) {
    return warehouse
        .query(
            """
            SELECT (SELECT count(*) FROM v1.events) AS events,
                   (SELECT count(DISTINCT customer_id) FROM v1.events) AS customers,
                   (SELECT count(*) FROM v1.products) AS products,
                   (SELECT count(*) FROM v1.products WHERE title IS NOT NULL OR category IS NOT NULL) AS titled,
                   (SELECT count(DISTINCT order_id) FROM v1.order_lines WHERE NOT cancelled) AS orders,
                   (SELECT CAST(coalesce(sum(net_minor), 0) AS BIGINT) FROM v1.order_lines) AS net,
                   (SELECT count(*) FROM v1.order_lines WHERE amount_minor IS NOT NULL) AS priced
            """,
            List.of(),
            r ->
                new Totals(
                    r.longValue("events"),
                    r.longValue("customers"),
                    r.longValue("products"),
                    r.longValue("titled"),
                    r.longValue("orders"),
                    r.longValue("net"),
                    r.longValue("priced") > 0))
        .getFirst();
  }
}
