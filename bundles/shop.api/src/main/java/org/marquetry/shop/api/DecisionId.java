package org.marquetry.shop.api;

/// Identify one decision in the decision log.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record DecisionId(String value) implements Comparable<DecisionId> {
  public DecisionId {
    Ids.check("DecisionId", value);
  }

  @Override
  public int compareTo(DecisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
