package org.marquetry.feature.api;

import org.jspecify.annotations.Nullable;

/// A change of features that was not made; the message says what is wrong, where and what to do.
public final class FeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Create the error.
  public FeatureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
