package org.marquetry.feature.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.marquetry.lib.feature.FeatureFiles;

/// The features that are to run after a change, and what is to be replaced even if it is the same.
///
/// @param features by name
/// @param forced group and artifact of bundles
record Target(Map<String, FeatureFiles> features, Set<String> forced) {
  Target {
    features = Map.copyOf(features);
    forced = Set.copyOf(forced);
  }

  static Target of(Collection<FeatureFiles> features) {
    Map<String, FeatureFiles> byName = new LinkedHashMap<>();
    features.forEach(f -> byName.put(f.name(), f));
    return new Target(byName, Set.of());
  }
}
