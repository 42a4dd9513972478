package org.marquetry.feature.api;

import java.util.List;

/// A feature that a repository offers.
///
/// @param vendor who made it, as it says itself
/// @param licence as SPDX names it; empty: it says none
/// @param publisher who vouches for it, as the operator called them; `unsigned`: nobody
/// @param repository which offers it
/// @param powers what it asks to be allowed
/// @param bytes of all its files
public record AvailableFeature(
    String name,
    String version,
    String title,
    String description,
    String vendor,
    String licence,
    String publisher,
    String repository,
    List<FeaturePower> powers,
    long bytes) {
  /// Copy the list.
  public AvailableFeature {
    powers = List.copyOf(powers);
  }
}
