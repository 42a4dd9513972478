package org.marquetry.shop.api;

/// Identify a campaign.
///
/// @param value the sender's own string, kept as sent: 1 to 64 UTF-8 bytes, no control characters
public record CampaignId(String value) implements Comparable<CampaignId> {
  public CampaignId {
    Ids.check("CampaignId", value);
  }

  @Override
  public int compareTo(CampaignId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
