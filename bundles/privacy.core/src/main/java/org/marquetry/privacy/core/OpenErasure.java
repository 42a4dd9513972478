package org.marquetry.privacy.core;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.spi.Erasure;

/// An erasure that is not done: the only place where its identifiers still stand.
///
/// @param erased records by store, over all attempts
/// @param message why the last attempt did not finish; may be empty
record OpenErasure(
    String id,
    PersonIds person,
    String pseudonym,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Map<String, Long> erased,
    String message) {
  OpenErasure {
    erased = Map.copyOf(erased);
  }

  OpenErasure of(PersonIds whole) {
    return new OpenErasure(id, whole, pseudonym, reason, requestedBy, requestedAt, erased, message);
  }

  OpenErasure with(Map<String, Long> counts, String why) {
    return new OpenErasure(id, person, pseudonym, reason, requestedBy, requestedAt, counts, why);
  }

  Erasure erasure() {
    return new Erasure(person, pseudonym);
  }

  ErasureStatus status(ErasureStatus.State state) {
    return new ErasureStatus(
        id, state, reason, requestedBy, requestedAt, Optional.empty(), erased, message);
  }
}
