package org.marquetry.campaign.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Detectable;
import org.marquetry.placement.api.ArmBelief;

/// Whom, what, which words, which channel, when, and who is held out.
///
/// @param contacts one for each candidate, best expected profit first
/// @param sum who gets it and who does not
/// @param forecast what it is expected to earn
/// @param arms what is believed about each variant; empty where they are drawn by fixed shares
/// @param armPolicy policy and version that chose the variants
/// @param detectable what the comparison with the hold-out can find; empty without a baseline in
///   the brief
public record CampaignPlan(
    CampaignBrief brief,
    List<PlannedContact> contacts,
    CheckSum sum,
    Forecast forecast,
    List<ArmBelief> arms,
    ArmPolicy armPolicy,
    Optional<Detectable> detectable) {
  public CampaignPlan {
    contacts = List.copyOf(contacts);
    arms = List.copyOf(arms);
  }

  /// Who chose the variants.
  public record ArmPolicy(String name, String version) {
    /// They were drawn by the fixed shares of a test.
    public static final ArmPolicy ASSIGNED = new ArmPolicy("assignment", "1");
  }

  /// The contacts that get the message.
  public List<PlannedContact> planned() {
    return contacts.stream().filter(c -> c.disposition() == Disposition.PLANNED).toList();
  }
}
