package org.marquetry.data.api;

/// Thrown for a file that is not kept as a picture; the reason is for people's eyes in their
/// language, the message for a log.
public final class PictureRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Why a file is refused.
  public enum Reason {
    /// It is no JPEG, PNG, GIF or BMP.
    NO_PICTURE,
    /// It is no zip file.
    NO_ZIP,
    /// It begins as one and cannot be read to its end.
    DAMAGED,
    /// The file has too many bytes.
    TOO_MANY_BYTES,
    /// It would unfold to too many pixels.
    TOO_MANY_PIXELS
  }

  private final Reason reason;

  public PictureRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
