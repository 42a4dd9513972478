package org.marquetry.shop.api;

/// Identify an order.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    Ids.check("OrderId", value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
