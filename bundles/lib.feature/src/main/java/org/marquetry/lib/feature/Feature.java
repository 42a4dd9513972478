package org.marquetry.lib.feature;

import java.util.List;

/// What installs together.
///
/// @param id the feature's own id; its artifact is the feature's name
/// @param bundles in the order of the file
/// @param requires the features that must be there too
/// @param commands the commands that it brings
public record Feature(
    ArtifactId id,
    String title,
    String description,
    List<FeatureBundle> bundles,
    List<ArtifactId> requires,
    List<FeatureCommand> commands) {
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
