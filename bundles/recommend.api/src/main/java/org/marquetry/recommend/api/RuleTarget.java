package org.marquetry.recommend.api;

import java.util.Objects;

/// Which products a rule is about.
///
/// @param value an id, or the name of a brand or category as the catalogue writes it, in any case
///   of letters; 1 to 200 characters
public record RuleTarget(Kind kind, String value) {
  /// Longest value.
  public static final int MAX_VALUE = 200;

  /// What a product is known by.
  public enum Kind {
    /// Its id.
    PRODUCT,
    /// Its brand.
    BRAND,
    /// Its category, the broad one or the narrow one.
    CATEGORY
  }

  public RuleTarget {
    Objects.requireNonNull(kind, "kind");
    value = value.strip();
    if (value.isEmpty() || value.length() > MAX_VALUE) {
      throw new IllegalArgumentException(
          "a rule must name a product, brand or category with 1 to " + MAX_VALUE + " characters");
    }
  }
}
