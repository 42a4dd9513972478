package org.marquetry.profile.api;

import org.marquetry.shop.api.Words;

/// One comparison of a condition, held against one customer.
///
/// @param condition the comparison
/// @param sentence the comparison in words
/// @param actual the customer's value as text; empty when unknown
/// @param verdict how it came out
public record Check(Condition.Leaf condition, Words sentence, String actual, Verdict verdict) {
  /// How a comparison came out.
  public enum Verdict {
    TRUE,
    FALSE,
    /// The trait is not known.
    UNKNOWN
  }
}
