package org.marquetry.decision.api;

/// One thing that could have been chosen.
///
/// @param id what it is: a product, an arm, a slot, `send` or `hold`; 1 to 64 characters
/// @param score the policy's score, in the policy's own unit
/// @param probability probability that the policy chooses it, in [0, 1]
public record Candidate(String id, double score, double probability) {
  public Candidate {
    if (id.isBlank() || id.length() > 64) {
      throw new IllegalArgumentException(
          "candidate id must have 1 to 64 characters, got " + id.length());
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], got " + probability);
    }
  }
}
