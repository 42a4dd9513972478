package org.marquetry.experiment.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Interval;

/// What was decided about an experiment, by whom, and on what.
///
/// @param number 1, 2, ... of the experiment
/// @param reason in the words of who decided
/// @param at when
/// @param until what happened before this moment was seen: `at`, or the planned end
/// @param by id of the actor
/// @param seen what was read, one for each variant that was compared
/// @param undone empty: it holds
public record ExperimentDecision(
    String experiment,
    int number,
    Choice choice,
    String reason,
    Instant at,
    String by,
    Instant until,
    List<Seen> seen,
    Optional<Undone> undone) {
  public ExperimentDecision {
    seen = List.copyOf(seen);
  }

  /// What was read of one variant, against the control.
  ///
  /// @param people of both groups
  /// @param fixed profit more a person in minor units, for one look
  /// @param alwaysValid the same, for every look
  public record Seen(
      String variant, long people, Interval fixed, Interval alwaysValid, Verdict.Key verdict) {}

  /// @param by id of the actor
  public record Undone(Instant at, String by) {}

  public boolean holds() {
    return undone.isEmpty();
  }

  /// When it is asked whether it was right.
  ///
  /// @return empty when it was undone, or ended nothing
  public Optional<Instant> due() {
    return holds() && choice.isLast()
        ? Optional.of(at.plus(RegisteredExperiments.CHECK_AFTER))
        : Optional.empty();
  }

  public boolean canBeUndone(Instant now) {
    return holds() && !now.isAfter(at.plus(RegisteredExperiments.UNDO_WITHIN));
  }
}
