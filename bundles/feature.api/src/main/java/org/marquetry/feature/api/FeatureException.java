package org.marquetry.feature.api;

import org.jspecify.annotations.Nullable;

/// A change of features that was not made; the message says what is wrong, where and what to do.
public final class FeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why a change was not made.
  public enum Reason {
    /// There is no such file or no such feature.
    NOT_FOUND,
    /// The feature file or a bundle's jar is not as it must be.
    INVALID,
    /// Nobody whom the operator trusts vouches for it, or it is not what they published.
    UNTRUSTED,
    /// What runs does not allow it: a part is missing, or others need what shall go.
    CONFLICT,
    /// The new bundles do not start or do not give what they promise; the old ones go on.
    NOT_WORKING,
    /// The machine or the framework failed.
    FAILED
  }

  private final Reason reason;

  /// Create the error.
  public FeatureException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Create the error without a cause.
  public FeatureException(Reason reason, String message) {
    this(reason, message, null);
  }

  /// Why the change was not made.
  public Reason reason() {
    return reason;
  }
}
