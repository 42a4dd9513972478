package org.marquetry.insight.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.insight.api.Explanation;
import org.marquetry.insight.api.Explanation.Dimension;
import org.marquetry.insight.api.Explanation.Share;
import org.marquetry.insight.api.Figure;
import org.marquetry.warehouse.api.Warehouse;

/// Takes a figure of one day apart, beside the same weekday of the weeks before.
///
/// @param currency that counts, also for lines that name none
record Parts(Warehouse warehouse, ZoneId zone, String currency, LocalDate day) {
  private static final int FEWEST = 4;

  private static String categorySql(String day) {
    return """
    SELECT (%s) // 86400 AS d, coalesce(p.category, '') AS name, CAST(sum(l.net_minor) AS DOUBLE) AS v
    FROM v1.order_lines l LEFT JOIN v1.products p ON p.product_id = l.product_id
    WHERE l.ordered_at >= ? AND l.ordered_at < ? AND coalesce(l.currency, ?) = ? AND l.amount_minor IS NOT NULL
    GROUP BY d, name
    """
        .formatted(day);
  }

  private static String customersSql(String value, String day, String firstDay, String counted) {
    return """
    SELECT d, CASE WHEN customer_id IS NULL THEN 'nameless' WHEN first_d = d THEN 'new' ELSE 'known' END AS name,
      CAST(%s AS DOUBLE) AS v
    FROM (
      SELECT (%s) // 86400 AS d, (%s) // 86400 AS first_d, l.customer_id, l.order_id, l.net_minor
      FROM v1.order_lines l
      LEFT JOIN (SELECT customer_id, min(ordered_at) AS first_at FROM v1.order_lines GROUP BY customer_id) f
        ON f.customer_id = l.customer_id
      WHERE l.ordered_at >= ? AND l.ordered_at < ? AND %s)
    GROUP BY d, name
    """
        .formatted(value, day, firstDay, counted);
  }

  private static String siteSql(String day) {
    return """
    SELECT d, name, CAST(count(*) AS DOUBLE) AS v FROM (
      SELECT min((%s) // 86400) AS d, coalesce(min(e.site), '') AS name
      FROM v1.order_lines l JOIN v1.events e ON e.event_id = l.event_id
      WHERE l.ordered_at >= ? AND l.ordered_at < ? AND l.kept
      GROUP BY l.order_id)
    GROUP BY d, name
    """
        .formatted(day);
  }

  private static String activeSql(String day, String name) {
    return """
    SELECT d, name, CAST(count(*) AS DOUBLE) AS v FROM (
      SELECT (%s) // 86400 AS d, customer_id, %s AS name
      FROM v1.events
      WHERE occurred_at >= ? AND occurred_at < ? AND customer_id IS NOT NULL AND by_customer
      GROUP BY d, customer_id)
    GROUP BY d, name
    """
        .formatted(day, name);
  }

  /// The parts of each dimension that tells any apart.
  ///
  /// @param before the days to compare with
  List<Share> of(Figure figure, Set<LocalDate> before) {
    return switch (figure) {
      case NET_REVENUE -> both(byCategory(before), byCustomers(true, before));
      case ORDERS -> both(byCustomers(false, before), ordersBySite(before));
      case ACTIVE_CUSTOMERS ->
          both(
              customers(
                  Dimension.DEED,
                  "CASE WHEN bool_or(type = 'ordered') THEN 'ordered' ELSE 'looked' END",
                  before),
              customers(
                  Dimension.SITE,
                  "coalesce(arg_min(coalesce(site, ''), occurred_at), '')",
                  before));
    };
  }

  private static List<Share> both(List<Share> first, List<Share> second) {
    List<Share> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<Share> byCategory(Set<LocalDate> before) {
    ShopDays days = days("l.ordered_at");
    List<Object> arguments = new ArrayList<>(days.arguments());
    arguments.addAll(List.of(days.start(), days.end(), currency, currency));
    return shares(Dimension.CATEGORY, categorySql(days.localSeconds()), arguments, before);
  }

  private List<Share> byCustomers(boolean money, Set<LocalDate> before) {
    ShopDays ordered = days("l.ordered_at");
    ShopDays first = days("f.first_at");
    List<Object> arguments = new ArrayList<>(ordered.arguments());
    arguments.addAll(first.arguments());
    arguments.addAll(List.of(ordered.start(), ordered.end()));
    if (money) {
      arguments.addAll(List.of(currency, currency));
    }
    String sql =
        customersSql(
            money ? "sum(net_minor)" : "count(DISTINCT order_id)",
            ordered.localSeconds(),
            first.localSeconds(),
            money ? "coalesce(l.currency, ?) = ? AND l.amount_minor IS NOT NULL" : "l.kept");
    return shares(Dimension.CUSTOMERS, sql, arguments, before);
  }

  private List<Share> ordersBySite(Set<LocalDate> before) {
    ShopDays days = days("l.ordered_at");
    List<Object> arguments = new ArrayList<>(days.arguments());
    arguments.addAll(List.of(days.start(), days.end()));
    return shares(Dimension.SITE, siteSql(days.localSeconds()), arguments, before);
  }

  private List<Share> customers(Dimension dimension, String name, Set<LocalDate> before) {
    ShopDays days = days("occurred_at");
    List<Object> arguments = new ArrayList<>(days.arguments());
    arguments.addAll(List.of(days.start(), days.end()));
    return shares(dimension, activeSql(days.localSeconds(), name), arguments, before);
  }

  private ShopDays days(String column) {
    return new ShopDays(column, zone, day.minusWeeks(SameWeekday.WEEKS), day);
  }

  private List<Share> shares(
      Dimension dimension, String sql, List<Object> arguments, Set<LocalDate> before) {
    Map<String, Double> now = new HashMap<>();
    Map<String, Double> earlier = new HashMap<>();
    warehouse.scan(
        sql,
        arguments,
        row -> {
          LocalDate of = LocalDate.ofEpochDay(row.longValue("d"));
          if (of.equals(day)) {
            now.put(row.string("name"), row.doubleValue("v"));
          } else if (before.contains(of)) {
            earlier.merge(row.string("name"), row.doubleValue("v"), Double::sum);
          }
        });
    boolean usual = before.size() >= FEWEST;
    Set<String> names = new TreeSet<>(now.keySet());
    if (usual) {
      names.addAll(earlier.keySet());
    }
    if (names.size() < 2) {
      return List.of(); // one part tells nothing apart
    }
    return names.stream()
        .map(name ->
            new Share(
                dimension,
                name,
                now.getOrDefault(name, 0.0),
                usual
                    ? OptionalDouble.of(earlier.getOrDefault(name, 0.0) / before.size())
                    : OptionalDouble.empty()))
        .sorted(Comparator.comparingDouble((Share s) -> -Math.abs(s.difference())))
        .limit(Explanation.MOST)
        .toList();
  }
}
