package org.marquetry.campaign.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is recorded about one person.
///
/// @param consent `granted` or `refused`; empty when nothing is recorded
/// @param suppressedBy type of the event that suppressed the person; empty when nothing did
/// @param sends past sends, any order
record Known(Optional<String> consent, Optional<String> suppressedBy, List<Send> sends) {
  static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), List.of());

  /// One send; step empty when not told.
  record Send(String campaign, String step, Instant at) {
    /// Whether this is the same message; a send that names no step is the whole campaign.
    boolean is(String otherCampaign, String otherStep) {
      return campaign.equals(otherCampaign) && (step.isEmpty() || step.equals(otherStep));
    }
  }
}
