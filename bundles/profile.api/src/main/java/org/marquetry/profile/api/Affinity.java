package org.marquetry.profile.api;

/// How much of a customer's interest goes to one category or brand.
///
/// @param kind what the name names
/// @param name as the catalogue has it
/// @param share 0..1, time-decayed and shrunk towards the shop's mean: all names of one kind sum to
///   1
/// @param lift share divided by the shop's mean share; above 1 = more than the others
public record Affinity(Kind kind, String name, double share, double lift) {
  /// What an affinity is to.
  public enum Kind {
    CATEGORY,
    BRAND
  }

  public Affinity {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0..1, got " + share);
    }
    if (!(lift >= 0)) {
      throw new IllegalArgumentException("lift must be >= 0, got " + lift);
    }
  }
}
