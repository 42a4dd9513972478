package org.marquetry.campaign.api;

/// What a message is for.
public enum Purpose {
  /// Goes only to those who consented to it.
  MARKETING("marketing"),
  /// Belongs to what the person bought or asked for: needs no consent to marketing.
  SERVICE("service");

  private final String id;

  Purpose(String id) {
    this.id = id;
  }

  /// As it stands in events and rules.
  public String id() {
    return id;
  }
}
