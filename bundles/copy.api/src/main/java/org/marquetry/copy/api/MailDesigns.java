package org.marquetry.copy.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's mail designs. Every change is a version of its own, noted in the audit; a deleted
/// design can be restored. Safe for use by many threads.
@ProviderType
@Requires("copy.read")
public interface MailDesigns {
  /// Most designs that are not deleted.
  int MAX_DESIGNS = 1_000;

  /// All designs, by name.
  List<SavedMailDesign> list();

  /// The designs that are deleted, the latest first.
  List<SavedMailDesign> deleted();

  /// The newest version of a design, also of a deleted one.
  Optional<SavedMailDesign> find(String id);

  /// Every version of a design, the newest first.
  List<SavedMailDesign> history(String id);

  /// What speaks against sending it, in the order of the blocks.
  ///
  /// @param facts what every reader's mail may rest on beside the shop's name and the products
  ///   shown: the offer's, its code too when each reader gets an own one
  List<MailFinding> check(MailDesign design, List<Fact> facts);

  /// Save a new design.
  ///
  /// @throws IllegalArgumentException if the name is taken or there are [#MAX_DESIGNS]
  @Requires("copy.write")
  SavedMailDesign create(MailDesign design);

  /// Save a new version.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if the name is taken
  @Requires("copy.write")
  SavedMailDesign change(String id, int version, MailDesign design);

  /// Delete a design; it can be restored.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("copy.write")
  SavedMailDesign delete(String id, int version);

  /// Take a deleted design back, or a former version as the newest.
  ///
  /// @param version of its history
  @Requires("copy.write")
  SavedMailDesign restore(String id, int version);
}
