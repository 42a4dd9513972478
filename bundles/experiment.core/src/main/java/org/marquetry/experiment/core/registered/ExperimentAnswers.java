package org.marquetry.experiment.core.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Choice;
import org.marquetry.experiment.api.ExperimentDecision;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.SplitCause;
import org.marquetry.experiment.api.WasItTrue;

/// Experiments as the door gives and takes them. Amounts are in minor units of the experiment's
/// currency.
final class ExperimentAnswers {
  private ExperimentAnswers() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  record Interval(double estimate, double low, double high, double level) {
    static Interval of(org.marquetry.shop.api.Interval interval) {
      return new Interval(interval.estimate(), interval.low(), interval.high(), interval.level());
    }
  }

  /// @param share of the people who are not held out
  record Variant(String name, double share) {}

  /// @param plannedEnd when it is read and decided
  /// @param extended whether it was made to run longer
  record Registered(
      String id,
      int version,
      String name,
      double holdoutShare,
      List<Variant> variants,
      Instant start,
      Instant plannedEnd,
      boolean extended,
      String currency,
      double margin,
      long messageMinor,
      long redemptionMinor,
      int covariateDays,
      double unsubscribedLimit,
      double complainedLimit,
      List<String> splits,
      Instant at,
      String by) {
    static Registered of(RegisteredExperiment saved) {
      ExperimentPlan plan = saved.plan();
      return new Registered(
          saved.id(),
          saved.version(),
          plan.name(),
          plan.holdoutShare(),
          plan.variants().stream().map(v -> new Variant(v.variant(), v.share())).toList(),
          plan.start(),
          plan.plannedEnd(),
          saved.isExtended(),
          plan.costs().currency(),
          plan.costs().margin(),
          plan.costs().message().minor(),
          plan.costs().redemption().minor(),
          plan.covariateDays(),
          plan.limits().unsubscribed(),
          plan.limits().complained(),
          plan.splits().stream().map(ExperimentAnswers::word).toList(),
          saved.at(),
          saved.by());
    }
  }

  record RegisteredList(List<Registered> experiments) {
    static RegisteredList of(List<RegisteredExperiment> all) {
      return new RegisteredList(all.stream().map(Registered::of).toList());
    }
  }

  /// @param limit of the plan
  record Rail(String harm, long people, Interval rate, double limit, boolean broken) {
    static Rail of(Reading.Guardrail rail) {
      return new Rail(
          word(rail.harm()),
          rail.people(),
          Interval.of(rail.rate()),
          rail.limit(),
          rail.isBroken());
    }
  }

  record Group(
      String name,
      long people,
      long sent,
      long opened,
      long clicked,
      long returned,
      List<Rail> guardrails) {
    static Group of(Reading.Group group) {
      return new Group(
          group.name(),
          group.people(),
          group.sent(),
          group.opened(),
          group.clicked(),
          group.returned(),
          group.guardrails().stream().map(Rail::of).toList());
    }
  }

  /// @param fixed the effect as it stood at the end of the day, with the interval for one look
  /// @param alwaysValid the same for every look
  record Point(LocalDate day, Interval fixed, Interval alwaysValid) {
    static Point of(Reading.Point point) {
      return new Point(point.day(), Interval.of(point.fixed()), Interval.of(point.alwaysValid()));
    }
  }

  /// Why the groups have the wrong sizes.
  ///
  /// @param kind `moved`: people count in another group than the draw puts them into; `oneday`:
  ///   only those who were decided on on one day are split unevenly
  /// @param people how many
  record Cause(String kind, long people, Optional<LocalDate> day) {
    static Cause of(SplitCause cause) {
      return switch (cause) {
        case SplitCause.Moved(long people) -> new Cause("moved", people, Optional.empty());
        case SplitCause.OneDay(LocalDate day, long people) ->
            new Cause("oneday", people, Optional.of(day));
      };
    }
  }

  /// @param fixed profit more a person than the control, for one look at the planned end
  /// @param alwaysValid the same for every look
  /// @param toAll the same for everybody, by the interval that counts now
  /// @param verdict key of the sentence
  /// @param facts its numbers
  record Arm(
      String variant,
      Interval fixed,
      Interval alwaysValid,
      double p,
      double varianceKept,
      Interval toAll,
      String verdict,
      Map<String, Double> facts,
      List<Point> series) {
    static Arm of(Reading.Arm arm) {
      return new Arm(
          arm.variant(),
          Interval.of(arm.profit().fixed()),
          Interval.of(arm.profit().alwaysValid()),
          arm.profit().p(),
          arm.profit().varianceKept(),
          Interval.of(arm.toAll()),
          word(arm.verdict().key()),
          arm.verdict().facts(),
          arm.series().stream().map(Point::of).toList());
    }
  }

  /// @param splitP chance of a split at least this uneven when assignment works
  record Read(
      String id,
      String name,
      String currency,
      Instant until,
      boolean ended,
      double splitP,
      boolean trustworthy,
      Optional<Cause> cause,
      List<Group> groups,
      List<Arm> arms,
      long notInPlan,
      long otherCurrency) {
    static Read of(Reading reading) {
      return new Read(
          reading.experiment().id(),
          reading.experiment().name(),
          reading.experiment().plan().costs().currency(),
          reading.until(),
          reading.ended(),
          reading.ratio().p(),
          reading.ratio().trustworthy(),
          reading.cause().map(Cause::of),
          reading.groups().stream().map(Group::of).toList(),
          reading.arms().stream().map(Arm::of).toList(),
          reading.notInPlan(),
          reading.otherCurrency());
    }
  }

  /// @param fixed profit more a person than the control, for one look at the planned end
  /// @param alwaysValid the same for every look
  record Part(
      String part, String variant, long people, Interval fixed, Interval alwaysValid, double p) {
    static Part of(SegmentedReading.Part part) {
      return new Part(
          part.name(),
          part.variant(),
          part.profit().control().people() + part.profit().treated().people(),
          Interval.of(part.profit().fixed()),
          Interval.of(part.profit().alwaysValid()),
          part.profit().p());
    }
  }

  /// @param registered false: found by looking
  record Parts(String split, Instant until, boolean registered, double level, List<Part> parts) {
    static Parts of(SegmentedReading read) {
      return new Parts(
          word(read.split()),
          read.until(),
          read.registered(),
          read.level(),
          read.parts().stream().map(Part::of).toList());
    }
  }

  /// @param creditedForNothing share of the credited orders that would have come anyway; absent
  ///   when none is credited
  record Attributed(
      int days,
      long people,
      long lastTouchOrders,
      double lastTouchRevenueMinor,
      double lastTouchProfitMinor,
      Interval orders,
      Interval profitMinor,
      OptionalDouble creditedForNothing) {
    static Attributed of(Attribution a) {
      double nothing = a.creditedForNothing();
      return new Attributed(
          a.days(),
          a.people(),
          a.lastTouch().orders(),
          a.lastTouch().revenueMinor(),
          a.lastTouch().profitMinor(),
          Interval.of(a.orders()),
          Interval.of(a.profit()),
          Double.isNaN(nothing) ? OptionalDouble.empty() : OptionalDouble.of(nothing));
    }
  }

  /// @param choice `ship`, `stop`, `repeat` or `longer`
  /// @param variant of `ship`
  /// @param until of `longer`: the new planned end
  record Wanted(String choice, Optional<String> variant, Optional<Instant> until, String reason) {
    Choice toChoice() {
      return switch (choice.toLowerCase(Locale.ROOT)) {
        case "ship" ->
            new Choice.Ship(
                variant.orElseThrow(() -> new IllegalArgumentException("ship needs a variant")));
        case "stop" -> new Choice.Stop();
        case "repeat" -> new Choice.Repeat();
        case "longer" ->
            new Choice.RunLonger(
                until.orElseThrow(() -> new IllegalArgumentException("longer needs until")));
        default ->
            throw new IllegalArgumentException(
                "choice must be ship, stop, repeat or longer, got " + choice);
      };
    }
  }

  record Seen(String variant, long people, Interval fixed, Interval alwaysValid, String verdict) {
    static Seen of(ExperimentDecision.Seen seen) {
      return new Seen(
          seen.variant(),
          seen.people(),
          Interval.of(seen.fixed()),
          Interval.of(seen.alwaysValid()),
          word(seen.verdict()));
    }
  }

  /// @param due when it is asked whether it was right
  record Decided(
      int number,
      String choice,
      Optional<String> variant,
      Optional<Instant> until,
      String reason,
      Instant at,
      String by,
      List<Seen> seen,
      Optional<Instant> undoneAt,
      Optional<String> undoneBy,
      Optional<Instant> due) {
    static Decided of(ExperimentDecision d) {
      return new Decided(
          d.number(),
          DecisionRows.Kind.of(d.choice()).word(),
          d.choice() instanceof Choice.Ship(String variant)
              ? Optional.of(variant)
              : Optional.empty(),
          d.choice() instanceof Choice.RunLonger(Instant end) ? Optional.of(end) : Optional.empty(),
          d.reason(),
          d.at(),
          d.by(),
          d.seen().stream().map(Seen::of).toList(),
          d.undone().map(ExperimentDecision.Undone::at),
          d.undone().map(ExperimentDecision.Undone::by),
          d.due());
    }
  }

  record DecidedList(List<Decided> decisions) {
    static DecidedList of(List<ExperimentDecision> all) {
      return new DecidedList(all.stream().map(Decided::of).toList());
    }
  }

  /// @param then the effect as it was read
  /// @param now the effect at the same moment as it is read today
  record Change(String variant, double then, double now, double difference) {
    static Change of(ExperimentReadings.Change change) {
      return new Change(change.variant(), change.then(), change.now(), change.difference());
    }
  }

  /// @param answer `confirmed`, `refuted` or `unclear`
  record Truth(
      String variant,
      Instant due,
      Interval thought,
      Interval whole,
      Interval since,
      String answer) {
    static Truth of(WasItTrue told) {
      return new Truth(
          told.variant(),
          told.due(),
          Interval.of(told.thought()),
          Interval.of(told.whole()),
          Interval.of(told.since()),
          word(told.answer()));
    }
  }

  /// @param truth absent: it was undone, ended nothing, or there is too little to compare
  record Checked(List<Change> changes, Optional<Truth> truth) {}
}
