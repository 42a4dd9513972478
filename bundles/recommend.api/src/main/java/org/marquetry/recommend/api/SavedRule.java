package org.marquetry.recommend.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// One version of a rule.
///
/// @param id of the rule
/// @param version from 1
/// @param act what made this version
/// @param by id of the actor who did it
public record SavedRule(
    String id, int version, RecommendationRule rule, Act act, Instant at, String by)
    implements Saved {
  /// What people call it; its id when they gave it no name.
  @Override
  public String name() {
    return rule.name().isEmpty() ? id : rule.name();
  }
}
