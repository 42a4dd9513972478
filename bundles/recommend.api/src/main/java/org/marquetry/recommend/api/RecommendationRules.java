package org.marquetry.recommend.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The rules between the model and what is shown. The next answer obeys a change. Every change is a
/// version of its own, noted in the audit; a deleted rule can be restored. Safe for use by many
/// threads.
///
/// A fresh suite has two: what is sold out is not shown, and of variants one.
@ProviderType
@Requires("recommend.read")
public interface RecommendationRules {
  /// Most rules that are not deleted.
  int MAX_RULES = 500;

  /// All rules, by name.
  List<SavedRule> list();

  /// The rules that are deleted, the latest first.
  List<SavedRule> deleted();

  /// The newest version of a rule, also of a deleted one.
  Optional<SavedRule> find(String id);

  /// Every version of a rule, the newest first.
  List<SavedRule> history(String id);

  /// Save a new rule.
  ///
  /// @throws IllegalArgumentException if the name is taken or there are [#MAX_RULES]
  @Requires("recommend.rules")
  SavedRule create(RecommendationRule rule);

  /// Save a new version.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if the name is taken
  @Requires("recommend.rules")
  SavedRule change(String id, int version, RecommendationRule rule);

  /// Delete a rule; it can be restored.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("recommend.rules")
  SavedRule delete(String id, int version);

  /// Take a deleted rule back, or a former version as the newest.
  ///
  /// @param version of its history
  @Requires("recommend.rules")
  SavedRule restore(String id, int version);
}
