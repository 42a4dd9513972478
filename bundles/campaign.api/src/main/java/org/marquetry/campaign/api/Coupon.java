package org.marquetry.campaign.api;

/// How an order shows that an offer is meant.
public sealed interface Coupon {
  /// It needs no code.
  record None() implements Coupon {}

  /// The same code for everybody.
  ///
  /// @param code 3 to 64 characters without blanks
  record One(String code) implements Coupon {
    public One {
      check(code);
    }
  }

  /// A code of one's own, given to one person only.
  record Each() implements Coupon {}

  /// Check the form of a code.
  ///
  /// @throws IllegalArgumentException if it is not 3 to 64 characters without blanks
  static void check(String code) {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "a code must have 3 to 64 characters and no blank, got '" + code + "'");
    }
  }

  /// Whether a text has the form of a code.
  static boolean isCode(String text) {
    return text.length() >= 3
        && text.length() <= 64
        && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
  }
}
