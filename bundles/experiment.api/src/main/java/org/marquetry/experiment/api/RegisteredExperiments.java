package org.marquetry.experiment.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// What was said before a campaign was sent, and what was decided after it was read. Every change
/// is a version of its own, noted in the audit. Safe for use by many threads.
@ProviderType
@Requires("experiment.read")
public interface RegisteredExperiments {
  /// Most experiments that are not withdrawn.
  int MAX_EXPERIMENTS = 10_000;

  /// How long ago a start may be to count as now: a launch registers and begins at once.
  Duration AT_ONCE = Duration.ofMinutes(1);

  /// How long a decision can be undone.
  Duration UNDO_WITHIN = Duration.ofDays(1);

  /// When it is asked whether a decision was right.
  Duration CHECK_AFTER = Duration.ofDays(60);

  /// All experiments that are not withdrawn, by name.
  List<RegisteredExperiment> list();

  /// The newest version, also of one that was withdrawn.
  ///
  /// @param id the campaign's
  Optional<RegisteredExperiment> find(String id);

  /// Every version, the newest first.
  List<RegisteredExperiment> history(String id);

  /// Register an experiment, before the first person is decided on; one that was withdrawn is taken
  /// back with this plan.
  ///
  /// @throws IllegalArgumentException if there is one for this campaign, the start lies more than
  ///   [#AT_ONCE] ago, or there are [#MAX_EXPERIMENTS]
  @Requires("experiment.write")
  RegisteredExperiment register(ExperimentPlan plan);

  /// Save a new version; only before the start.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if it has started
  @Requires("experiment.write")
  RegisteredExperiment change(int version, ExperimentPlan plan);

  /// Withdraw an experiment; only before the start.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  /// @throws IllegalArgumentException if it has started
  @Requires("experiment.write")
  RegisteredExperiment withdraw(String id, int version);

  /// Every decision about an experiment, the newest first, those that were undone too.
  List<ExperimentDecision> decisions(String id);

  /// Decide. What is read at this moment is stored with the decision. To run longer moves the
  /// planned end.
  ///
  /// @param reason in a line: 1 to 500 characters
  /// @throws IllegalArgumentException if there is no such variant, it has not started, it has a
  ///   decision that ends it already, or the end is not later than now and than before
  @Requires("experiment.decide")
  ExperimentDecision decide(String id, Choice choice, String reason);

  /// Undo a decision, within [#UNDO_WITHIN]; the planned end is again what it was.
  ///
  /// @throws IllegalArgumentException if it is undone already, not the newest, or too old
  @Requires("experiment.decide")
  ExperimentDecision undo(String id, int number);
}
