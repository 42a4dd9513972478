package org.marquetry.feature.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Changes the features of the running suite, one change set at a time, and keeps every state that
/// it was in.
///
/// A change set is a transaction. New bundles are fetched, checked, installed, started and probed
/// beside the old ones, which go on answering; only then the old ones go. The new ones are then
/// watched for a while, and the state counts. When anything fails before that, or the process dies,
/// the former bundles are back; what was written meanwhile stays and is readable by both.
@ProviderType
@Power(Power.SUITE)
public interface Features {
  /// List the features that run, by name.
  @Requires("feature.read")
  List<InstalledFeature> installed();

  /// Say how each feature that runs does, by name. Asks health checks: takes as long as they do.
  @Requires("feature.read")
  List<FeatureCondition> conditions();

  /// Say what a change set would do; nothing changes.
  ///
  /// @throws FeatureException if what is wished is not there or not valid
  @Requires("feature.read")
  ChangePlan plan(ChangeSet wanted);

  /// Make a change set.
  ///
  /// @return what was made; it is on probation, counts already when that is 0 s, or waits for the
  ///   next start of the suite
  /// @throws FeatureException if it cannot be done; the suite is as before
  @Requires("feature.install")
  ChangeRun apply(ChangeSet wanted);

  /// Make a change set as [#apply] does, without waiting for it: [#progress] tells how far it is.
  ///
  /// @throws FeatureException if another one is being made
  @Requires("feature.install")
  void begin(ChangeSet wanted);

  /// The change set that is being made, or the last one if it was refused. Waits for nothing.
  @Requires("feature.read")
  Optional<ChangeProgress> progress();

  /// The last change set since the start of the suite, and how far it is.
  @Requires("feature.read")
  Optional<ChangeRun> last();

  /// Let the change on probation count now.
  ///
  /// @throws FeatureException if none is on probation
  @Requires("feature.install")
  ChangeRun keep();

  /// Bring the former bundles back now, or no longer make what is staged.
  ///
  /// @throws FeatureException if none is on probation or staged
  @Requires("feature.install")
  ChangeRun takeBack();

  /// Start the suite again, so that what is staged is made. Whoever calls it loses the connection.
  ///
  /// @throws FeatureException if nothing is staged
  @Requires("feature.install")
  void restart();

  /// The states that are kept, newest first.
  @Requires("feature.read")
  List<FeatureState> states();

  /// Compare two states.
  ///
  /// @throws FeatureException if one is not kept
  @Requires("feature.read")
  StateDifference compare(long from, long to);
}
