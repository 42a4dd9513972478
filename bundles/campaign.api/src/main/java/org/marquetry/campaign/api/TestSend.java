package org.marquetry.campaign.api;

import org.marquetry.channel.api.SendOutcome;

/// What became of a test message.
///
/// @param address on the seed list
/// @param variant whose subject it has
public record TestSend(String address, String variant, SendOutcome outcome) {
  /// Names no address, so that it may stand in a log.
  @Override
  public String toString() {
    return "TestSend[" + variant + ", " + outcome.getClass().getSimpleName() + "]";
  }
}
