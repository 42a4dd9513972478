package org.marquetry.profile.api;

import java.util.List;

/// Why a customer belongs to a segment, or not.
///
/// @param member whether the whole condition is true
/// @param checks each comparison in the order of the tree
public record Explanation(boolean member, List<Check> checks) {
  public Explanation {
    checks = List.copyOf(checks);
  }
}
