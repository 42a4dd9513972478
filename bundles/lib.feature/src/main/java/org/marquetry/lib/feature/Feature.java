package org.marquetry.lib.feature;

import java.util.List;

/// What installs together.
///
/// @param id the feature's own id; its artifact is the feature's name
/// @param vendor who made it, as it says itself; who published it is what its signature says
/// @param licence as SPDX names it; empty: it says none
/// @param bundles in the order of the file
/// @param requires the features that must be there too
/// @param commands the commands that it brings
/// @param powers what it asks to be allowed
public record Feature(
    ArtifactId id,
    String title,
    String description,
    String vendor,
    String licence,
    List<FeatureBundle> bundles,
    List<ArtifactId> requires,
    List<FeatureCommand> commands,
    Powers powers) {
  /// Copy the lists.
  public Feature {
    bundles = List.copyOf(bundles);
    requires = List.copyOf(requires);
    commands = List.copyOf(commands);
  }

  /// The short name, e.g. `recommend`.
  public String name() {
    return id.artifact();
  }
}
