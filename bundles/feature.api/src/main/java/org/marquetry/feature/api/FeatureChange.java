package org.marquetry.feature.api;

import java.time.Duration;
import java.util.List;

/// What one change did; bundles by symbolic name and version.
///
/// @param kept bundles of the feature that stayed as they were
/// @param duration from the first check to the last old bundle gone
public record FeatureChange(
    String feature,
    String version,
    List<String> installed,
    List<String> removed,
    List<String> kept,
    Duration duration) {
  /// Copy the lists.
  public FeatureChange {
    installed = List.copyOf(installed);
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }
}
