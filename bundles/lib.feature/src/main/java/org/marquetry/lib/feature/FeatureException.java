package org.marquetry.lib.feature;

/// A feature or a repository that cannot be used; the message says what, where and, where it helps,
/// what to do.
public final class FeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Create the error.
  public FeatureException(String message) {
    super(message);
  }

  /// Create the error with its cause.
  public FeatureException(String message, Throwable cause) {
    super(message, cause);
  }
}
