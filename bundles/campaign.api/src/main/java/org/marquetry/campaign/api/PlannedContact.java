package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.decision.api.Reason;
import org.marquetry.shop.api.Probability;

/// What the plan does with one candidate, and why.
///
/// @param variant message variant; empty unless planned
/// @param probability chance of exactly this by design: hold-out share, or chance to be treated
///   times the arm's probability; 1 for everybody else
/// @param expectedProfit in minor units, if the message is sent
/// @param sendAt when; empty unless planned
/// @param reasons codes and facts, the deciding one first
public record PlannedContact(
    Candidate candidate,
    Disposition disposition,
    Optional<String> variant,
    Probability probability,
    double expectedProfit,
    Optional<Instant> sendAt,
    List<Reason> reasons) {
  public PlannedContact {
    reasons = List.copyOf(reasons);
  }
}
