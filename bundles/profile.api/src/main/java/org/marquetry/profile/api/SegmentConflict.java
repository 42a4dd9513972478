package org.marquetry.profile.api;

/// Thrown when somebody else changed a segment meanwhile; nothing was stored.
public final class SegmentConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SavedSegment current;

  public SegmentConflict(SavedSegment current) {
    super(
        "the segment %s was changed meanwhile: it has version %d now"
            .formatted(current.id(), current.version()));
    this.current = current;
  }

  /// The segment as it is now.
  public SavedSegment current() {
    return current;
  }
}
