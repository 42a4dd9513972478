package org.marquetry.campaign.policy;

import java.time.Instant;
import org.marquetry.campaign.api.Contact.State;

/// One message to a person, as the ledger holds it.
///
/// @param campaign empty: not told
/// @param step empty: the whole campaign
/// @param attempt from 1; 0: told by others, who may tell several of one campaign and step
/// @param channel empty: not told
/// @param purpose id of a purpose
/// @param code why it did not go out; empty unless it did not
record Send(
    String campaign,
    String step,
    int attempt,
    String channel,
    String purpose,
    Instant at,
    State state,
    String code) {
  /// Whether this is the same message; a send that names no step is the whole campaign.
  boolean is(String otherCampaign, String otherStep) {
    return campaign.equals(otherCampaign) && (step.isEmpty() || step.equals(otherStep));
  }

  /// Whether it takes a place: it went out, or may have.
  boolean counts() {
    return state != State.UNSENT;
  }

  /// Whether it is known how it ended.
  boolean ended() {
    return state == State.SENT || state == State.UNSENT;
  }

  /// Whether both are tries of one message.
  boolean isTryOf(Send other) {
    return attempt > 0
        && other.attempt > 0
        && campaign.equals(other.campaign)
        && step.equals(other.step);
  }

  /// What is known of the message when both have been told: what was sent stays sent; else the
  /// later try counts, and of one try how it ended.
  Send and(Send later) {
    if (state == State.SENT || (later.state != State.SENT && later.attempt < attempt)) {
      return this;
    }
    boolean sameTry = later.attempt == attempt && later.state != State.SENT;
    return sameTry && ended() && !later.ended() ? this : later;
  }

  /// Whether this says as much of the message as the other.
  boolean covers(Send other) {
    if (!isTryOf(other) || (other.state == State.SENT && state != State.SENT)) {
      return false;
    }
    return state == State.SENT
        || attempt > other.attempt
        || (attempt == other.attempt && (ended() || !other.ended()));
  }

  Send with(State newState) {
    return with(newState, "");
  }

  Send with(State newState, String newCode) {
    return new Send(campaign, step, attempt, channel, purpose, at, newState, newCode);
  }
}
