package org.marquetry.recommend.api;

import java.util.Objects;

/// How marketers change what is recommended.
///
/// @param name what they call it, at most 100 characters; empty: it is called by what it does
public record RecommendationRule(String name, RuleEffect effect) {
  /// Longest name.
  public static final int MAX_NAME = 100;

  public RecommendationRule {
    Objects.requireNonNull(effect, "effect");
    name = name.strip();
    if (name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a rule's name must have at most 100 characters");
    }
  }

  /// A rule that is called by what it does.
  public static RecommendationRule of(RuleEffect effect) {
    return new RecommendationRule("", effect);
  }
}
