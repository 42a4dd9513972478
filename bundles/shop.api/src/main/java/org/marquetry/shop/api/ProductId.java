package org.marquetry.shop.api;

/// Identify a product or one of its variants.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record ProductId(String value) implements Comparable<ProductId> {
  public ProductId {
    Ids.check("ProductId", value);
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
