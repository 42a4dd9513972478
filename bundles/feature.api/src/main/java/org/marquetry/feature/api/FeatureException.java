package org.marquetry.feature.api;

import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// A change of features that was not made; the words say what is wrong, where and what to do.
public final class FeatureException extends RuntimeException implements Worded {
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
  private final transient Words words;

  /// Create the error.
  ///
  /// @param words for people; the English ones are the message
  public FeatureException(Reason reason, Words words, @Nullable Throwable cause) {
    super(words.en(), cause);
    this.reason = reason;
    this.words = words;
  }

  /// Create the error without a cause.
  public FeatureException(Reason reason, Words words) {
    this(reason, words, null);
  }

  @Override
  public Words words() {
    return words;
  }

  /// Why the change was not made.
  public Reason reason() {
    return reason;
  }
}
