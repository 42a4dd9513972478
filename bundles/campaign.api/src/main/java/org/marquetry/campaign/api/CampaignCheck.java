package org.marquetry.campaign.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.experiment.api.Detectable;

/// What would come of a launch now. Nothing is sent and nothing is kept.
///
/// @param version that was checked
/// @param sum the audience, part by part
/// @param later how many of the planned get it after their quiet hours
/// @param hours how many of the planned get it at each hour of the day in the shop's zone, 24
///   counts
/// @param forecast what it is expected to earn
/// @param detectable what the comparison with the hold-out can find; empty where the shop has no
///   orders to tell from
/// @param findings what speaks against it, what stops it first
public record CampaignCheck(
    int version,
    CheckSum sum,
    int later,
    List<Integer> hours,
    Forecast forecast,
    Optional<Detectable> detectable,
    List<CampaignFinding> findings) {
  public CampaignCheck {
    hours = List.copyOf(hours);
    findings = List.copyOf(findings);
  }

  /// How many get the message.
  public int recipients() {
    return sum.of(Disposition.PLANNED);
  }

  /// Whether nothing stops a launch.
  public boolean isLaunchable() {
    return findings.stream().noneMatch(CampaignFinding::stops);
  }
}
