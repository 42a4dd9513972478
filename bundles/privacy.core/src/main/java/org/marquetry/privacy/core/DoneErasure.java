package org.marquetry.privacy.core;

import java.util.Set;
import org.marquetry.privacy.api.ErasureStatus;

/// An erasure that is done. Instead of identifiers it keeps their salted hashes, so that a restored
/// backup can be brought up to it.
///
/// @param number from 1, in the order in which they were done
record DoneErasure(long number, ErasureStatus status, Set<String> hashes) {
  DoneErasure {
    hashes = Set.copyOf(hashes);
  }
}
