package org.marquetry.feature.core;

import java.util.List;

/// Body of `GET /features`.
record FeatureList(List<RunningFeature> features) {
  /// One feature that runs.
  ///
  /// @param added whether it was installed into the home
  record RunningFeature(String name, String version, boolean added, List<String> bundles) {}
}
