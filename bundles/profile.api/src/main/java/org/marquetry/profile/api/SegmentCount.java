package org.marquetry.profile.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.marquetry.shop.api.Money;

/// How many a rule takes right now.
///
/// @param customers everybody
/// @param count members, the least number when `exact` is false
/// @param exact false when a row asks for what nobody supplies any more
/// @param nodes each node of the rule by itself, in the order of [SegmentRule#nodes]
/// @param revenue net revenue of the members; empty when no amount is known
/// @param revenueShare of all net revenue, 0..1, NaN when that is not known or 0
/// @param reach how many members may be written to, channel by channel
/// @param begun members when the shop's day began, by the catalogue of now; empty when that is not
///   known: a row rests on a partner's trait, the suite was started since with events of the day,
///   or nobody was there yet
public record SegmentCount(
    int customers,
    int count,
    boolean exact,
    List<Node> nodes,
    Optional<Money> revenue,
    double revenueShare,
    List<Reach> reach,
    OptionalInt begun) {

  /// One node by itself.
  ///
  /// @param count who meets it, the least number when `exact` is false
  public record Node(int count, boolean exact) {}

  /// @param channel `email` or `sms`
  /// @param count members who agreed and whose address is known
  public record Reach(String channel, int count) {}

  public SegmentCount {
    nodes = List.copyOf(nodes);
    reach = List.copyOf(reach);
  }
}
