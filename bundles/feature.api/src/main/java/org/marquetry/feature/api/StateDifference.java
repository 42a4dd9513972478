package org.marquetry.feature.api;

import java.util.List;
import java.util.Optional;

/// How two states differ.
///
/// @param features that only one has, or both in different versions
/// @param bundles of different content, by group and artifact
/// @param configuration keys of different values
public record StateDifference(
    long from,
    long to,
    List<Changed> features,
    List<Changed> bundles,
    List<Changed> configuration) {
  /// One difference; secret values are masked.
  ///
  /// @param before in the first state; empty: it is not there
  /// @param after in the second state; empty: it is not there
  public record Changed(String name, Optional<String> before, Optional<String> after) {}

  /// Copy the lists.
  public StateDifference {
    features = List.copyOf(features);
    bundles = List.copyOf(bundles);
    configuration = List.copyOf(configuration);
  }
}
