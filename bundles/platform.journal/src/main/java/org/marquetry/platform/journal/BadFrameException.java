package org.marquetry.platform.journal;

/// Say where a file stops being whole; the caller knows whether that is a torn end or damage.
final class BadFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long position;

  BadFrameException(long position, String reason) {
    super(reason);
    this.position = position;
  }

  long position() {
    return position;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
