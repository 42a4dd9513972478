package org.marquetry.lib.feature;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What ran together, who wanted it and why.
///
/// @param number grows by one
/// @param by the actor, `kind/name`
/// @param why in the words of whoever wanted it
/// @param configuration the operator's, as JSON text; it may hold secrets
/// @param parts the features, by name
public record SuiteState(
    long number, Instant at, String by, String why, String configuration, List<Part> parts) {

  /// One feature of a state.
  ///
  /// @param added whether somebody installed it into the home; otherwise the suite came with it
  /// @param owner id of the key that vouches for it, as in [FeatureFiles]
  /// @param publisher the owner in words, or empty
  /// @param document SHA-256 of its feature file
  /// @param checksums SHA-256 of each bundle
  public record Part(
      ArtifactId id,
      boolean added,
      String owner,
      String publisher,
      String document,
      Map<ArtifactId, String> checksums) {
    /// Copy the map.
    public Part {
      checksums = Map.copyOf(checksums);
    }

    /// The short name of the feature.
    public String name() {
      return id.artifact();
    }
  }

  /// Copy the list.
  public SuiteState {
    parts = List.copyOf(parts);
  }

  /// Whether the same features run from the same files.
  public boolean sameFiles(List<Part> others) {
    return parts.size() == others.size() && parts.containsAll(others);
  }
}
