package org.marquetry.feature.api;

import java.util.List;

/// A feature that runs.
///
/// @param name short name
/// @param added whether it was installed into the home; otherwise the suite came with it
/// @param bundles symbolic name and version of each bundle
public record InstalledFeature(String name, String version, boolean added, List<String> bundles) {
  /// Copy the list.
  public InstalledFeature {
    bundles = List.copyOf(bundles);
  }
}
