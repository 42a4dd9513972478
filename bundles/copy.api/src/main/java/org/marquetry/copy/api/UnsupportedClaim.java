package org.marquetry.copy.api;

/// A claim that no fact supports.
///
/// @param start first character in the text
/// @param end after the last character
/// @param text the claiming words
public record UnsupportedClaim(int start, int end, String text, Kind kind) {
  /// What is claimed.
  public enum Kind {
    NUMBER,
    NAME,
    /// A discount, code or saving.
    OFFER,
    /// Something for nothing.
    GIFT,
    /// A deadline or scarcity.
    URGENCY,
    /// What others think or buy.
    RATING,
    NEWNESS,
    DELIVERY,
    /// Best, most, only: no fact supports these.
    SUPERLATIVE
  }
}
