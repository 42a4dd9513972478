package org.marquetry.feature.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A change set that was made, and what became of it; bundles by symbolic name and version.
///
/// @param by the actor, `kind/name`
/// @param installed bundles that came
/// @param removed bundles that went
/// @param probationEnd when it counts by itself, while it is on probation
/// @param committed number of the state that it became
/// @param reason why it was taken back
/// @param took from the first check to the last old bundle gone
public record ChangeRun(
    Stage stage,
    String by,
    String why,
    Instant at,
    List<ChangePlan.FeatureStep> features,
    List<String> installed,
    List<String> removed,
    Optional<Instant> probationEnd,
    Optional<Long> committed,
    Optional<String> reason,
    Duration took) {
  /// How far it is.
  public enum Stage {
    /// The new bundles answer and are watched.
    PROBATION,
    /// It counts.
    COMMITTED,
    /// The former bundles are back.
    TAKEN_BACK,
    /// It is made at the next start of the suite.
    STAGED
  }

  /// Copy the lists.
  public ChangeRun {
    features = List.copyOf(features);
    installed = List.copyOf(installed);
    removed = List.copyOf(removed);
  }
}
