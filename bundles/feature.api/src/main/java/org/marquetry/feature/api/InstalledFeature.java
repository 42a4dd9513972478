package org.marquetry.feature.api;

import java.util.List;

/// A feature that runs.
///
/// @param name short name
/// @param title what people call it
/// @param added whether it was installed into the home; otherwise the suite came with it
/// @param vendor who made it, as it says itself
/// @param licence as SPDX names it; empty: it says none
/// @param publisher who signed it, or empty
/// @param powers what it asked for; nothing of what the suite came with is limited
/// @param gives the services of its bundles, each with the provider's name
/// @param bundles symbolic name and version of each bundle
public record InstalledFeature(
    String name,
    String title,
    String description,
    String version,
    boolean added,
    String vendor,
    String licence,
    String publisher,
    List<FeaturePower> powers,
    List<Gift> gives,
    List<String> bundles) {
  /// One service.
  ///
  /// @param service full name of the API interface
  /// @param provider name as in `Provider`; of a service without one, as pages are, the component's
  ///   simple name
  public record Gift(String service, String provider) {}

  /// Copy the lists.
  public InstalledFeature {
    powers = List.copyOf(powers);
    gives = List.copyOf(gives);
    bundles = List.copyOf(bundles);
  }
}
