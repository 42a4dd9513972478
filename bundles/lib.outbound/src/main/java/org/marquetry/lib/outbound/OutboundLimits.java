package org.marquetry.lib.outbound;

import java.time.Duration;

/// How much one read may take.
///
/// @param bytes longest body, at least 1
/// @param whole until the end of the body
/// @param silence longest wait for the connection, and for the next bytes
public record OutboundLimits(long bytes, Duration whole, Duration silence) {
  public OutboundLimits {
    if (bytes < 1 || whole.isNegative() || silence.toMillis() < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, got " + bytes + ", " + whole + ", " + silence);
    }
  }
}
