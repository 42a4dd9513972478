package org.marquetry.platform.api.net;

import org.jspecify.annotations.Nullable;

/// No answer came; the message says why and names the host, never the rest of the address.
public final class OutboundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why, and whether the request may have arrived.
  public enum Reason {
    /// It must not be sent: the feature does not declare the host, or it is no public one. Nothing
    /// was sent.
    REFUSED,
    /// The host is not known. Nothing was sent.
    NO_HOST,
    /// No connection came about. Nothing was sent.
    UNREACHABLE,
    /// The connection broke, or no answer came in time: the request may have arrived.
    BROKEN,
    /// The answer is longer than was to be taken: the request arrived.
    TOO_LARGE
  }

  private final Reason reason;

  /// Create the error.
  public OutboundException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why there is no answer.
  public Reason reason() {
    return reason;
  }
}
