package org.marquetry.feature.api;

import java.util.List;

/// A feature that runs.
///
/// @param name short name
/// @param title what people call it
/// @param added whether it was installed into the home; otherwise the suite came with it
/// @param publisher who signed it, or empty
/// @param bundles symbolic name and version of each bundle
public record InstalledFeature(
    String name,
    String title,
    String description,
    String version,
    boolean added,
    String publisher,
    List<String> bundles) {
  /// Copy the list.
  public InstalledFeature {
    bundles = List.copyOf(bundles);
  }
}
