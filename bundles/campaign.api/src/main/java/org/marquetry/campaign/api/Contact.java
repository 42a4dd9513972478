package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Optional;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

/// A message to a person, as the ledger has it.
///
/// @param campaign empty: of a send that was told without one
/// @param step empty: the whole campaign
/// @param attempt from 1; 0: told by others
/// @param channel empty: not told
/// @param code why it did not go out; empty unless [State#UNSENT]
public record Contact(
    CustomerId person,
    Optional<CampaignId> campaign,
    String step,
    int attempt,
    String channel,
    Purpose purpose,
    Instant at,
    State state,
    String code) {
  /// How a message stands.
  public enum State {
    /// The channel has it right now.
    SENDING,
    /// The channel had it when the suite was cut off, or failed oddly: it may have gone out or not.
    UNKNOWN,
    SENT,
    /// It did not go out, for certain; it may be sent again.
    UNSENT
  }
}
