package org.marquetry.campaign.api;

/// What a plan does with a candidate: the terms of the sum that adds up.
public enum Disposition {
  /// Gets the message.
  PLANNED,
  /// Gets nothing on purpose, to be compared with.
  HOLDOUT,
  SUPPRESSED,
  CONSENT_REFUSED,
  NO_CONSENT,
  /// Got this message already.
  ALREADY_SENT,
  /// Got as many messages as the cap allows.
  OVER_CAP,
  NO_ADDRESS,
  /// There is nothing to show to this customer.
  NO_MATERIAL,
  /// The message would cost more than it is expected to bring.
  NOT_WORTH,
  /// Others promise more, and the campaign may only reach so many.
  OVER_BUDGET
}
