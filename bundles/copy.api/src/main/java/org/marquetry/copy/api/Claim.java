package org.marquetry.copy.api;

/// A phrase of a piece and the fact it rests on.
///
/// @param start first character in the piece's text
/// @param end after the last character
public record Claim(int start, int end, String factId) {
  public Claim {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("claim must be a span, got " + start + " to " + end);
    }
  }
}
