package org.marquetry.insight.core;

import java.util.OptionalLong;
import org.marquetry.insight.api.Figure;

/// What one day of the shop came to.
///
/// @param net minor units of the shop's currency; empty when the day has order lines but no amount
/// @param lines order lines of any kind
record DayCount(long lines, OptionalLong net, long orders, long customers) {
  static final DayCount NOTHING = new DayCount(0, OptionalLong.of(0), 0, 0);

  OptionalLong of(Figure figure) {
    return switch (figure) {
      case NET_REVENUE -> net;
      case ORDERS -> OptionalLong.of(orders);
      case ACTIVE_CUSTOMERS -> OptionalLong.of(customers);
    };
  }

  DayCount withCustomers(long count) {
    return new DayCount(lines, net, orders, count);
  }
}
