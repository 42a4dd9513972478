package org.marquetry.privacy.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Say how an erasure stands. It never holds an identifier.
///
/// @param id the erasure's id
/// @param state where it is
/// @param reason why it was asked for
/// @param requestedBy the actor who asked
/// @param requestedAt when
/// @param finishedAt when a search found nothing any more
/// @param erased records erased or made anonymous, by store
/// @param message what a person should know: why it is tried again, what was left out; may be empty
public record ErasureStatus(
    String id,
    State state,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> finishedAt,
    Map<String, Long> erased,
    String message) {
  /// The life of an erasure.
  public enum State {
    /// It is asked for, and waits for the word of a second person.
    ASKED,
    /// It is asked for and safe; a job works on it, also after a restart.
    OPEN,
    /// A search of the data found nothing.
    DONE
  }

  public ErasureStatus {
    erased = Collections.unmodifiableMap(new TreeMap<>(erased));
  }
}
