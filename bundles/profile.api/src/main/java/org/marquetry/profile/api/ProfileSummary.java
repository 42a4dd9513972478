package org.marquetry.profile.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// What a build found out about the whole shop.
///
/// @param asOf the moment the profiles describe; nothing later was read
/// @param customers everybody the shop knows
/// @param buyers of these, who bought at least once; on basis activity, who did anything
/// @param basis what counts as a purchase
/// @param currency ISO currency of all money; empty when the source has no amounts
/// @param daysAhead length of the time ahead that expected purchases and lifetime value cover
/// @param orderModel how often customers buy
/// @param spendModel how much they spend
/// @param netRevenue paid and kept so far, in minor units, NaN when not known
/// @param expectedOrders sum of all customers' expected purchases, NaN when not known
/// @param lifetimeValue sum of all customers' lifetime values in minor units, NaN when not known
/// @param tiers the value tiers, most valuable first
/// @param segments the standard segments with their sizes
/// @param recencyFrequency buyers by recency score (row 0 = score 1) and frequency score (column 0
///   = score 1), 5 x 5
/// @param notes what a reader must know about the figures, such as amounts that were left out
public record ProfileSummary(
    Instant asOf,
    int customers,
    int buyers,
    Basis basis,
    Optional<String> currency,
    int daysAhead,
    ModelReport orderModel,
    ModelReport spendModel,
    double netRevenue,
    double expectedOrders,
    double lifetimeValue,
    List<Tier> tiers,
    List<SegmentSize> segments,
    List<List<Integer>> recencyFrequency,
    List<Words> notes) {

  /// What counts as a purchase.
  public enum Basis {
    /// Orders.
    ORDERS,
    /// The shop has no orders: days with any event of a customer.
    ACTIVITY
  }

  /// A part of the customers by value.
  ///
  /// @param name value of the trait `valueTier`
  /// @param customers how many
  /// @param value sum of what the tiers were made by: lifetime value or net revenue in minor units,
  ///   or purchase days
  public record Tier(String name, int customers, double value) {}

  public ProfileSummary {
    tiers = List.copyOf(tiers);
    segments = List.copyOf(segments);
    recencyFrequency = recencyFrequency.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }
}
