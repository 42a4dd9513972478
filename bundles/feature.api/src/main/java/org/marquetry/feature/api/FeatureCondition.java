package org.marquetry.feature.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// How a feature that runs does.
///
/// @param name of the feature
/// @param wrong what is wrong with one of its bundles; empty: they do well
/// @param uses what people made that rests on a service of its bundles
public record FeatureCondition(String name, Optional<Words> wrong, List<FeatureUse> uses) {
  /// Copy the list.
  public FeatureCondition {
    uses = List.copyOf(uses);
  }
}
