package org.marquetry.lib.outbound;

import java.io.IOException;
import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// Thrown when an address is not read, or not to its end.
public final class OutboundRefused extends IOException implements Worded {
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
    TOO_SLOW,
    /// No connection comes about, or it breaks.
    UNREACHABLE,
    /// The host answers with an error.
    ERROR
  }

  private final Reason reason;
  private final transient Words words;

  /// @param words what is wrong, for people; the English ones are the message
  public OutboundRefused(Reason reason, Words words) {
    super(words.en());
    this.reason = reason;
    this.words = words;
  }

  @Override
  public Words words() {
    return words;
  }

  public Reason reason() {
    return reason;
  }
}
