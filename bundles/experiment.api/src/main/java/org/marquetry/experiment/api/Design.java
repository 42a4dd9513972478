package org.marquetry.experiment.api;

import java.util.List;

/// Say how customers are split: a hold-out that gets nothing, and variants for the rest.
///
/// @param experiment id of the experiment, not blank
/// @param salt secret or random text that makes this split independent of every other; not blank
/// @param holdoutShare share of customers that get nothing, in [0, 1)
/// @param variants at least one; the shares sum to 1 and split the customers who are not held out
public record Design(String experiment, String salt, double holdoutShare, List<Share> variants) {
  /// The group of those who get nothing; no variant may have this name.
  public static final String HOLDOUT = "holdout";

  public Design {
    if (experiment.isBlank() || salt.isBlank()) {
      throw new IllegalArgumentException("experiment and salt must not be blank");
    }
    if (!(holdoutShare >= 0 && holdoutShare < 1)) {
      throw new IllegalArgumentException("holdoutShare must be in [0, 1), got " + holdoutShare);
    }
    variants = List.copyOf(variants);
    double sum = variants.stream().mapToDouble(Share::share).sum();
    if (Math.abs(sum - 1) > 1e-9) {
      throw new IllegalArgumentException("shares of the variants must sum to 1, got " + sum);
    }
    if (variants.stream().map(Share::variant).distinct().count() != variants.size()) {
      throw new IllegalArgumentException("each variant must be named once");
    }
  }

  /// One variant and its share of the customers who are not held out.
  ///
  /// @param variant name, not blank, not [Design#HOLDOUT]
  /// @param share in (0, 1]
  public record Share(String variant, double share) {
    public Share {
      if (variant.isBlank() || variant.equals(HOLDOUT)) {
        throw new IllegalArgumentException("a variant must have a name other than " + HOLDOUT);
      }
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be in (0, 1], got " + share);
      }
    }
  }
}
