package org.marquetry.campaign.api;

import org.marquetry.shop.api.Words;

/// Something that speaks against the launch of a campaign.
///
/// @param stops whether it cannot be launched like this; else somebody should look
/// @param words what it is, and what to do
public record CampaignFinding(Kind kind, boolean stops, Words words) {
  /// What a finding is about.
  public enum Kind {
    /// The segment, or the campaign that is put right, is gone.
    AUDIENCE,
    /// Nobody would get it.
    NOBODY,
    /// There is no mail, or it lacks what it must hold.
    MAIL,
    /// The offer is gone, or may not be used like this.
    OFFER,
    /// There are fewer codes than people.
    CODES,
    /// No channel of this name is there, or none that leaves this machine.
    CHANNEL,
    /// It is expected to lose money.
    LOSS,
    /// The test cannot find an effect of the size that is expected.
    TEST
  }
}
