package org.marquetry.lib.outbound;

import java.io.IOException;

/// Thrown when an address is not read, or not to its end; the reason is for people's eyes in their
/// language, the message for a log.
public final class OutboundRefused extends IOException {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// It is no `https` address with a host, or names a user or an odd port.
    NOT_HTTPS,
    /// The host is not known.
    NO_HOST,
    /// The host is not on the public internet.
    INTERNAL,
    TOO_MANY_REDIRECTS,
    TOO_MANY_BYTES,
    TOO_SLOW
  }

  private final Reason reason;

  public OutboundRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
