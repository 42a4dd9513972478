package org.marquetry.shop.api;

/// Identify a visitor, not known by name.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record VisitorId(String value) implements Comparable<VisitorId> {
  public VisitorId {
    Ids.check("VisitorId", value);
  }

  @Override
  public int compareTo(VisitorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
