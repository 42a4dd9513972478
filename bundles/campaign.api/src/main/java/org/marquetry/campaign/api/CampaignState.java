package org.marquetry.campaign.api;

/// How far a campaign is.
public enum CampaignState {
  /// It is being made, or was changed since it was approved.
  DRAFT,
  /// Its newest version waits for somebody's approval.
  ASKED,
  /// Its newest version may be launched.
  APPROVED,
  /// It is launched, and those who get it are being chosen.
  CHOOSING,
  /// It goes out, or waits for those whose time has not come.
  SENDING,
  /// Somebody stopped it; nothing more goes out.
  STOPPED,
  /// Everybody who was to get it was served.
  SENT;

  /// Whether it was launched: from then on nothing of it is changed.
  public boolean isLaunched() {
    return compareTo(CHOOSING) >= 0;
  }

  /// Whether messages may still go out.
  public boolean isRunning() {
    return this == CHOOSING || this == SENDING;
  }
}
