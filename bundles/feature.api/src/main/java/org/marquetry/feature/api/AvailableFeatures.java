package org.marquetry.feature.api;

import java.util.List;

/// What the repositories offer.
///
/// @param features by name, then the newest version first
/// @param problems what is wrong with a repository, one line each
public record AvailableFeatures(List<AvailableFeature> features, List<String> problems) {
  /// Copy the lists.
  public AvailableFeatures {
    features = List.copyOf(features);
    problems = List.copyOf(problems);
  }
}
