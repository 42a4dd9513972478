package org.marquetry.feature.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// A change set that was made, and what became of it; bundles by symbolic name and version.
///
/// @param by the actor, `kind/name`
/// @param installed bundles that came
/// @param removed bundles that went
/// @param settled what rested on services that go and could be held or stopped, each once
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
    List<Settled> settled,
    Optional<Instant> probationEnd,
    Optional<Long> committed,
    Optional<Words> reason,
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

  /// What was done with something that rested on a service that went.
  ///
  /// @param choice empty: it was kept with a part missing
  public record Settled(FeatureUse use, Optional<FeatureUse.Choice> choice) {}

  /// Copy the lists.
  public ChangeRun {
    features = List.copyOf(features);
    installed = List.copyOf(installed);
    removed = List.copyOf(removed);
    settled = List.copyOf(settled);
  }
}
