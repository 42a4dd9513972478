package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// What a person should know before a segment is saved.
///
/// @param kind what it is about
/// @param text one sentence
/// @param refused whether saving is refused: the result would be wrong
public record SegmentWarning(Kind kind, Words text, boolean refused) {
  /// What a warning is about.
  public enum Kind {
    EMPTY,
    EVERYBODY,
    OVERLAP,
    MISSING,
    CYCLE
  }
}
