package org.marquetry.profile.api;

import java.util.List;

/// Value checks of condition trees.
final class Conditions {
  private Conditions() {}

  static List<Condition> checked(List<Condition> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a condition must have at least one part");
    }
    if (depth(parts) > Condition.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a condition must have at most %d levels, got %d"
              .formatted(Condition.MAX_DEPTH, depth(parts)));
    }
    if (size(parts) > Condition.MAX_SIZE) {
      throw new IllegalArgumentException(
          "a condition must have at most %d nodes, got %d"
              .formatted(Condition.MAX_SIZE, size(parts)));
    }
    return List.copyOf(parts);
  }

  static int depth(List<Condition> parts) {
    return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
  }

  static int size(List<Condition> parts) {
    return 1 + parts.stream().mapToInt(Condition::size).sum();
  }

  static void require(Trait trait, Trait.Kind kind) {
    if (trait.kind() != kind) {
      throw new IllegalArgumentException(
          "%s is a %s, it can not be compared as a %s"
              .formatted(trait.id(), trait.kind(), kind)
              .toLowerCase(java.util.Locale.ROOT));
    }
  }
}
