package org.marquetry.feature.api;

import java.util.List;
import org.marquetry.shop.api.Words;

/// What the repositories offer.
///
/// @param features by name, then the newest version first
/// @param problems what is wrong with a repository, each for itself
public record AvailableFeatures(List<AvailableFeature> features, List<Words> problems) {
  /// Copy the lists.
  public AvailableFeatures {
    features = List.copyOf(features);
    problems = List.copyOf(problems);
  }
}
