package org.marquetry.experiment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Interval;

/// What an experiment shows.
///
/// @param until what happened before this moment is in it
/// @param ended whether the planned end is reached
/// @param ratio whether the groups have the sizes that they should have
/// @param cause what the facts tell of the reason when they have not
/// @param groups the control first, then the variants in the order of the plan
/// @param arms each variant against the control; without those of which there are fewer than two
///   people
/// @param notInPlan people who were decided on for a group that the plan does not have; they are in
///   no figure
/// @param otherCurrency order lines in another currency; they are in no figure
public record Reading(
    RegisteredExperiment experiment,
    Instant until,
    boolean ended,
    SampleRatio ratio,
    Optional<SplitCause> cause,
    List<Group> groups,
    List<Arm> arms,
    long notInPlan,
    long otherCurrency) {
  public Reading {
    groups = List.copyOf(groups);
    arms = List.copyOf(arms);
  }

  /// Everybody who was decided on, those who got nothing too.
  public long people() {
    return groups.stream().mapToLong(Group::people).sum();
  }

  /// What the people of a group did, whatever they got.
  ///
  /// @param people who were decided on
  /// @param sent people to whom a message of the campaign went; of a hold-out more than 0 is a
  ///   fault
  /// @param opened people who opened one
  /// @param clicked people who clicked one
  /// @param returned people who gave something back since the start, or cancelled an order; it is
  ///   in the profit too
  public record Group(
      String name,
      long people,
      long sent,
      long opened,
      long clicked,
      long returned,
      List<Guardrail> guardrails) {
    public Group {
      guardrails = List.copyOf(guardrails);
    }
  }

  /// Harm that is not money, of the people of one group.
  ///
  /// @param people to whom it happened since the start, whatever led to it
  /// @param rate share of the group, with the exact interval of Clopper and Pearson (1934), for one
  ///   look
  /// @param limit of the plan
  public record Guardrail(Harm harm, long people, Interval rate, double limit) {
    /// Whether the limit is passed for certain: not even the lower end keeps it.
    public boolean isBroken() {
      return rate.low() > limit;
    }
  }

  public enum Harm {
    UNSUBSCRIBED,
    COMPLAINED
  }

  /// A variant against the control.
  ///
  /// @param profit profit more a person, in minor units
  /// @param toAll the same for everybody who was decided on, if all got this variant and not the
  ///   control's; in minor units, by the interval that counts now
  /// @param series one point for each day of the shop, the last one as of `until`
  public record Arm(
      String variant, Effect profit, Interval toAll, Verdict verdict, List<Point> series) {
    public Arm {
      series = List.copyOf(series);
    }
  }

  /// The effect as it stood at the end of a day.
  ///
  /// @param fixed profit more a person in minor units, with the interval for one look
  /// @param alwaysValid the same with the interval that holds at every look
  public record Point(LocalDate day, Interval fixed, Interval alwaysValid) {}
}
