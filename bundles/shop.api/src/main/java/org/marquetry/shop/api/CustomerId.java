package org.marquetry.shop.api;

/// Identify a customer, known to the shop.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record CustomerId(String value) implements Comparable<CustomerId> {
  public CustomerId {
    Ids.check("CustomerId", value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
