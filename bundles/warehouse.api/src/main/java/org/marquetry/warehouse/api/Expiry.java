package org.marquetry.warehouse.api;

import java.time.Instant;
import java.util.Set;

/// Events that have had their time.
///
/// @param kind name under which their counts are kept
/// @param types of events; never those of sales
/// @param before only events that happened before
/// @param pagesOnly only those that the shop's pages sent: they have a bot probability
/// @param botsOnly only those with a bot probability of 0.5 and more
/// @param strangersOnly only those without a customer, of visitors that no event ties to one
public record Expiry(
    String kind,
    Set<String> types,
    Instant before,
    boolean pagesOnly,
    boolean botsOnly,
    boolean strangersOnly) {
  private static final Set<String> SALES = Set.of("ordered", "cancelled", "returned", "redeemed");

  public Expiry {
    types = Set.copyOf(types);
    if (types.isEmpty() || types.stream().anyMatch(SALES::contains)) {
      throw new IllegalArgumentException(
          "sales never expire, and some types must be named, got " + types);
    }
  }
}
