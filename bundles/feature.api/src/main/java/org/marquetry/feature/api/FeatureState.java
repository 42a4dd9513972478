package org.marquetry.feature.api;

import java.time.Instant;
import java.util.List;

/// One state of the suite that is kept.
///
/// @param number grows by one
/// @param by the actor who wanted it, `kind/name`
/// @param current whether it runs now
/// @param healthy whether it was seen to run well
/// @param features by name
public record FeatureState(
    long number,
    Instant at,
    String by,
    String why,
    boolean current,
    boolean healthy,
    List<Part> features) {
  /// One feature of it.
  ///
  /// @param added whether it was installed into the home; otherwise the suite came with it
  /// @param publisher who signed it, or empty
  public record Part(String name, String version, boolean added, String publisher) {}

  /// Copy the list.
  public FeatureState {
    features = List.copyOf(features);
  }
}
