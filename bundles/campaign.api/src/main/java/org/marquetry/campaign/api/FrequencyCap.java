package org.marquetry.campaign.api;

/// How many messages a person may get.
///
/// @param messages at most so many, at least 1
/// @param days in any window of so many days, at least 1
public record FrequencyCap(int messages, int days) {
  /// Two messages in any 7 days.
  public static final FrequencyCap USUAL = new FrequencyCap(2, 7);

  public FrequencyCap {
    if (messages < 1 || days < 1) {
      throw new IllegalArgumentException(
          "messages and days must be >= 1, got " + messages + " and " + days);
    }
  }
}
