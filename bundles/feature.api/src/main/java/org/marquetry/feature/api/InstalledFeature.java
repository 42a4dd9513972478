package org.marquetry.feature.api;

import java.util.List;

/// A feature that runs.
///
/// @param name short name
/// @param bundles symbolic name and version of each bundle
public record InstalledFeature(String name, String version, List<String> bundles) {
  /// Copy the list.
  public InstalledFeature {
    bundles = List.copyOf(bundles);
  }
}
