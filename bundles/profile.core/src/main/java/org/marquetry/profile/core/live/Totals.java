package org.marquetry.profile.core.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Sums over the orders that stand.
///
/// @param orders orders of which a line stands
/// @param first when the first of them came, milliseconds since 1970; means nothing without one
/// @param last when the last of them came
/// @param sums what was paid and kept, by currency; a sum without currency has the key ""
public record Totals(int orders, long first, long last, Map<String, Long> sums) {
  private static final Totals NONE = new Totals(0, 0, 0, Map.of());

  /// One order that stands.
  ///
  /// @param at its earliest line that stands
  /// @param sums by currency, as in the totals
  public record Order(long at, Map<String, Long> sums) {
    /// What was paid in a currency; amounts without a currency count as the shop's own.
    public OptionalLong money(@Nullable String currency) {
      return Totals.money(sums, currency);
    }
  }

  static Totals of(List<Trade> trades) {
    List<Order> orders = orders(trades);
    if (orders.isEmpty()) {
      return NONE;
    }
    Map<String, Long> sums = new HashMap<>();
    orders.forEach(order -> order.sums().forEach((c, minor) -> sums.merge(c, minor, Long::sum)));
    return new Totals(
        orders.size(),
        orders.stream().mapToLong(Order::at).min().orElseThrow(),
        orders.stream().mapToLong(Order::at).max().orElseThrow(),
        Map.copyOf(sums));
  }

  /// The orders that stand, in the order of arrival.
  public static List<Order> orders(List<Trade> trades) {
    Map<String, Order> orders = new LinkedHashMap<>();
    for (Kept.Line line : Kept.lines(trades)) {
      Order one =
          new Order(
              line.ordered().at(),
              line.minor() == Trade.UNKNOWN ? Map.of() : Map.of(currency(line), line.minor()));
      orders.merge(line.ordered().order(), one, Totals::joined);
    }
    return new ArrayList<>(orders.values());
  }

  private static String currency(Kept.Line line) {
    return Optional.ofNullable(line.ordered().currency()).orElse("");
  }

  private static Order joined(Order left, Order right) {
    Map<String, Long> sums = new HashMap<>(left.sums());
    right.sums().forEach((c, minor) -> sums.merge(c, minor, Long::sum));
    return new Order(Math.min(left.at(), right.at()), sums);
  }

  /// Paid and kept in a currency; empty when no amount of it is known.
  public OptionalLong money(@Nullable String currency) {
    return money(sums, currency);
  }

  private static OptionalLong money(Map<String, Long> sums, @Nullable String currency) {
    Long own = currency == null ? null : sums.get(currency);
    Long unsaid = sums.get("");
    if (own == null && unsaid == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((own == null ? 0 : own) + (unsaid == null ? 0 : unsaid));
  }
}
