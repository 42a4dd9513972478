package org.marquetry.experiment.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Interval;

/// What is known about the effect of one past campaign that was run without a random hold-out.
public sealed interface PastEffect {
  /// The campaign.
  Campaign campaign();

  /// A past campaign as the shop's files tell it.
  ///
  /// @param kind the shop's own word for the kind, empty when not given
  /// @param start when it began; empty when not given
  /// @param end when it ended; empty when not given
  /// @param members customers who were addressed
  record Campaign(
      CampaignId id, String kind, Optional<Instant> start, Optional<Instant> end, long members) {}

  /// An estimate with its design and its warnings.
  ///
  /// @param effect money more (minor units) per member during the campaign than matched
  ///   non-members, after returns
  /// @param placebo the same difference one period earlier, when the campaign cannot have had an
  ///   effect; empty when there is no data that early
  /// @param comparison non-members who were compared with
  /// @param unmatched members without a comparable non-member, left out
  /// @param responders members who used an offer of the campaign; empty when the shop's files do
  ///   not tell
  /// @param caveats codes of the warnings that must stand beside the number, never empty
  record Estimated(
      Campaign campaign,
      Interval effect,
      Optional<Interval> placebo,
      long comparison,
      long unmatched,
      Optional<Long> responders,
      List<Caveat> caveats)
      implements PastEffect {
    public Estimated {
      caveats = List.copyOf(caveats);
    }
  }

  /// No estimate is possible.
  record Unknown(Campaign campaign, Gap reason) implements PastEffect {}

  /// What must be said beside an estimate.
  enum Caveat {
    /// Members were chosen, not drawn at random: what made the shop choose them may explain the
    /// difference.
    NOT_RANDOM,
    /// The groups already differed before the campaign (the placebo interval does not hold 0).
    DIFFERED_BEFORE,
    /// At least a quarter of the members got another campaign in the same weeks.
    OVERLAPS,
    /// More than a tenth of the members have no comparable non-member.
    MANY_UNMATCHED,
    /// The campaign was still running when the data end.
    CUT_OFF
  }

  /// Why there is no estimate.
  enum Gap {
    NO_DATES,
    TOO_FEW_MEMBERS,
    TOO_FEW_NON_MEMBERS,
    NO_ORDERS_BEFORE,
    NO_ORDERS_DURING
  }
}
