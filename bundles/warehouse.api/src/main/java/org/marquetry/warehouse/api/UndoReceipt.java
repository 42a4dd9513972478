package org.marquetry.warehouse.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What taking a batch back did.
///
/// @param removed facts and things that only it had brought
/// @param restored facts and things that got their former values
/// @param kept what it had brought and was changed again since; stays
/// @param later of these, how many keys each later batch has changed, by batch id
public record UndoReceipt(long removed, long restored, long kept, Map<String, Long> later) {
  public UndoReceipt {
    later = Collections.unmodifiableMap(new TreeMap<>(later));
  }
}
