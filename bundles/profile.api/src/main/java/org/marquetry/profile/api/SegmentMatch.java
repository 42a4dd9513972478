package org.marquetry.profile.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;

/// Why a customer belongs to a segment, or not.
///
/// @param member whether the whole rule is met
/// @param rows each row of the rule, in its order
public record SegmentMatch(CustomerId customer, boolean member, List<RowMatch> rows) {
  /// One row held against one customer.
  ///
  /// @param node place in [SegmentRule#nodes]
  /// @param sentence the row in words
  /// @param value what is so for this customer, in words
  /// @param good whether this helps to be a member: met, or not met under none-of
  /// @param evidence the latest event that the value rests on, if there is one
  public record RowMatch(
      int node,
      Words sentence,
      Words value,
      Check.Verdict verdict,
      boolean good,
      Optional<CustomerEvent> evidence) {}

  public SegmentMatch {
    rows = List.copyOf(rows);
  }

  /// The first row that keeps the customer out; empty for a member.
  public Optional<RowMatch> firstFailing() {
    return member ? Optional.empty() : rows.stream().filter(row -> !row.good()).findFirst();
  }
}
