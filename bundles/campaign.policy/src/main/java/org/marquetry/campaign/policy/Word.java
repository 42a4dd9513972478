package org.marquetry.campaign.policy;

import java.time.Instant;

/// What was said last about one thing.
///
/// @param said for example `granted`, `unsubscribed`, a zone
record Word(String said, Instant at) {
  /// The later of two; of two at once the one that was told second.
  Word and(Word told) {
    return told.at.isBefore(at) ? this : told;
  }
}
