package org.marquetry.feature.core.source;

import java.io.IOException;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.json.JsonException;

/// The words in which something is refused.
final class Refusal {
  private Refusal() {}

  /// Something that cannot be trusted.
  static FeatureException untrusted(String message) {
    return new FeatureException(Reason.UNTRUSTED, message);
  }

  static FeatureException invalid(String message) {
    return new FeatureException(Reason.INVALID, message);
  }

  /// A file that is not as it must be.
  static FeatureException broken(String file, JsonException e) {
    return new FeatureException(
        Reason.INVALID,
        file + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage(),
        e);
  }

  static FeatureException unreadable(String what, IOException e) {
    return new FeatureException(
        Reason.FAILED, "cannot read " + what + " (" + e.getMessage() + ")", e);
  }
}
