package org.marquetry.experiment.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// One version of an experiment that was registered.
///
/// @param salt the campaign's id, so that who is held out can be told before the launch
/// @param firstEnd the planned end that it started with
/// @param version from 1
/// @param act what made this version
/// @param by id of the actor who did it
public record RegisteredExperiment(
    ExperimentPlan plan, String salt, Instant firstEnd, int version, Act act, Instant at, String by)
    implements Saved {
  @Override
  public String id() {
    return plan.id().value();
  }

  @Override
  public String name() {
    return plan.name();
  }

  /// How people are split.
  public Design design() {
    return new Design(id(), salt, plan.holdoutShare(), plan.variants());
  }

  /// Whether it was made to run longer after somebody had seen a result: then the interval for one
  /// look does not hold any more.
  public boolean isExtended() {
    return !firstEnd.equals(plan.plannedEnd());
  }
}
