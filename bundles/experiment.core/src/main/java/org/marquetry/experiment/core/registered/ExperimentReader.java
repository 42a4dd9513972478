package org.marquetry.experiment.core.registered;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.marquetry.experiment.api.Attribution;
import org.marquetry.experiment.api.Effect;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.ExperimentReadings;
import org.marquetry.experiment.api.Reading;
import org.marquetry.experiment.api.Reading.Arm;
import org.marquetry.experiment.api.Reading.Group;
import org.marquetry.experiment.api.Reading.Guardrail;
import org.marquetry.experiment.api.Reading.Harm;
import org.marquetry.experiment.api.Reading.Point;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.SegmentedReading;
import org.marquetry.experiment.api.Split;
import org.marquetry.experiment.core.ExactShare;
import org.marquetry.experiment.core.Sums;
import org.marquetry.experiment.core.Verdicts;
import org.marquetry.experiment.core.Verdicts.Moment;
import org.marquetry.experiment.core.registered.FactViews.Flow;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Interval;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;

/// From facts to what an experiment shows.
///
/// Outcomes of everybody count from the start of the experiment, not from each person's own
/// decision: a message goes out at a person's best hour and a hold-out has none, so windows of
/// their own would differ between the groups.
final class ExperimentReader {
  private final Warehouse warehouse;
  private final ShopZone zone;

  ExperimentReader(Warehouse warehouse, ShopZone zone) {
    this.warehouse = warehouse;
    this.zone = zone;
  }

  /// Until when an experiment is read: now, at most its planned end, at least its start.
  static Instant end(RegisteredExperiment experiment, Instant now) {
    ExperimentPlan plan = experiment.plan();
    Instant end = now.isBefore(plan.plannedEnd()) ? now : plan.plannedEnd();
    return end.isBefore(plan.start()) ? plan.start() : end;
  }

  Reading read(RegisteredExperiment experiment, Instant until) {
    return read(experiment, experiment.plan().start(), until);
  }

  /// @param from outcomes before it do not count; not before the start
  Reading read(RegisteredExperiment experiment, Instant from, Instant until) {
    ExperimentPlan plan = experiment.plan();
    if (until.isBefore(from) || from.isBefore(plan.start())) {
      throw new IllegalArgumentException(
          "until must not be before " + from + " and that not before the start, got " + until);
    }
    FactViews facts = new FactViews(warehouse, plan, until);
    Crowd crowd = new Crowd(plan);
    facts.people(crowd::enter);
    Series series = new Series(crowd, experiment, from, until);
    facts.flows(from, series::flow);
    series.close();
    List<Group> groups = groups(plan, crowd, facts, from);
    SampleRatio ratio = SplitCauses.ratio(plan, groups.stream().map(Group::people).toList());
    Moment moment = moment(experiment, from, until);
    return new Reading(
        experiment,
        until,
        moment.ended(),
        ratio,
        ratio.trustworthy()
            ? Optional.empty()
            : new SplitCauses(experiment, crowd.names(), zone).find(facts),
        groups,
        arms(crowd, series, groups, ratio, moment, level(plan)),
        crowd.notInPlan(),
        facts.linesInOtherCurrency(from));
  }

  private static Moment moment(RegisteredExperiment experiment, Instant from, Instant until) {
    return new Moment(
        Duration.between(from, until),
        Duration.between(until, experiment.plan().plannedEnd()),
        planned(experiment),
        !experiment.isExtended());
  }

  private static Duration planned(RegisteredExperiment experiment) {
    return Duration.between(experiment.plan().start(), experiment.firstEnd());
  }

  /// Bonferroni over the comparisons.
  private static double level(ExperimentPlan plan) {
    return level(plan, 1);
  }

  /// @param times in how many parts each comparison is made
  private static double level(ExperimentPlan plan, int times) {
    int comparisons = plan.variants().size() - (plan.holdoutShare() > 0 ? 0 : 1);
    return 1 - (1 - ExperimentReadings.LEVEL) / comparisons / times;
  }

  private static List<Arm> arms(
      Crowd crowd,
      Series series,
      List<Group> groups,
      SampleRatio ratio,
      Moment moment,
      double level) {
    List<Arm> arms = new ArrayList<>();
    long people = groups.stream().mapToLong(Group::people).sum();
    for (int at = 1; at < groups.size(); at++) {
      if (crowd.control().people() < 2 || crowd.sums(at).people() < 2) {
        continue;
      }
      Effect effect = Sums.effect(crowd.control(), crowd.sums(at), level, moment.passed());
      List<Guardrail> broken =
          groups.get(at).guardrails().stream().filter(Guardrail::isBroken).toList();
      arms.add(
          new Arm(
              crowd.names().get(at),
              effect,
              moment.counts(effect).times((double) people),
              Verdicts.of(effect, ratio, moment, crowd.buyers(at), broken),
              series.points(at)));
    }
    return arms;
  }

  private static List<Group> groups(
      ExperimentPlan plan, Crowd crowd, FactViews facts, Instant from) {
    Map<String, Map<String, Long>> deeds = new HashMap<>();
    facts.deeds(from, deeds::put);
    List<Group> groups = new ArrayList<>();
    for (int at = 0; at < crowd.names().size(); at++) {
      String name = crowd.names().get(at);
      long people = crowd.sums(at).people();
      Map<String, Long> did = deeds.getOrDefault(name, Map.of());
      groups.add(
          new Group(
              name,
              people,
              count(did, "sent"),
              count(did, "opened"),
              count(did, "clicked"),
              crowd.returners(at),
              List.of(
                  guardrail(
                      Harm.UNSUBSCRIBED,
                      count(did, "unsubscribed"),
                      people,
                      plan.limits().unsubscribed()),
                  guardrail(
                      Harm.COMPLAINED,
                      count(did, "complained"),
                      people,
                      plan.limits().complained()))));
    }
    return groups;
  }

  private static long count(Map<String, Long> did, String what) {
    return did.getOrDefault(what, 0L);
  }

  private static Guardrail guardrail(Harm harm, long did, long people, double limit) {
    return new Guardrail(harm, did, ExactShare.of(did, people, ExperimentReadings.LEVEL), limit);
  }

  /// @param split by which people are told apart
  SegmentedReading segments(RegisteredExperiment experiment, Split split, Instant until) {
    ExperimentPlan plan = experiment.plan();
    FactViews facts = new FactViews(warehouse, plan, until);
    Map<String, String> partOf = new HashMap<>();
    facts.pasts((customer, orders, last) ->
        partOf.put(customer, Parts.of(split, plan.start(), orders, last)));
    Map<String, Crowd> crowds = new LinkedHashMap<>();
    split.parts().forEach(part -> crowds.put(part, new Crowd(plan)));
    facts.people(
        (customer, group, before) -> part(crowds, partOf, customer).enter(customer, group, before));
    facts.flows(
        plan.start(),
        (customer, _, minor, kind) -> part(crowds, partOf, customer).move(customer, minor, kind));
    boolean registered = plan.splits().contains(split);
    Moment moment = moment(experiment, plan.start(), until);
    double level = level(plan, split.parts().size() * Math.max(1, plan.splits().size()));
    List<SegmentedReading.Part> parts = new ArrayList<>();
    crowds.forEach((name, crowd) -> {
      for (int at = 1; at < crowd.names().size(); at++) {
        if (crowd.buyers(at) >= Verdicts.FEWEST_BUYERS) {
          parts.add(
              new SegmentedReading.Part(
                  name,
                  crowd.names().get(at),
                  Sums.effect(crowd.control(), crowd.sums(at), level, moment.passed())));
        }
      }
    });
    return new SegmentedReading(split, until, registered, level, parts);
  }

  private static Crowd part(
      Map<String, Crowd> crowds, Map<String, String> partOf, String customer) {
    return Objects.requireNonNull(crowds.get(partOf.getOrDefault(customer, Parts.NONE)));
  }

  Attribution attribution(RegisteredExperiment experiment, Instant until, int days) {
    ExperimentPlan plan = experiment.plan();
    if (plan.holdoutShare() == 0) {
      throw new Rejected(
          new Words(
              "没有留出组，无法算出活动带来了什么", "without a hold-out nobody can say what the campaign brought"));
    }
    Instant from = plan.start();
    FactViews facts = new FactViews(warehouse, plan, until);
    Crowd profits = new Crowd(plan);
    Crowd orders = new Crowd(plan);
    facts.people((customer, group, before) -> {
      profits.enter(customer, group, before);
      orders.enter(customer, group, before);
    });
    double[] messages = {0};
    facts.flows(
        from,
        (customer, _, minor, kind) -> {
          profits.move(customer, minor, kind);
          messages[0] += kind.isOrder() ? 0 : minor;
        });
    facts.orders(from, (customer, number) -> orders.move(customer, (double) number, Flow.ORDER));
    if (profits.control().people() < 2 || profits.treated().people() < 2) {
      throw new Rejected(new Words("人数太少，无法比较", "there are too few people to compare"));
    }
    long people = profits.treated().people();
    Moment moment = moment(experiment, from, until);
    Attribution.Tally last = facts.lastTouch(from, days);
    return new Attribution(
        days,
        people,
        new Attribution.Tally(last.orders(), last.revenueMinor(), last.profitMinor() + messages[0]),
        brought(orders, moment).times((double) people),
        brought(profits, moment).times((double) people));
  }

  private static Interval brought(Crowd crowd, Moment moment) {
    return moment.counts(
        Sums.effect(crowd.control(), crowd.treated(), ExperimentReadings.LEVEL, moment.passed()));
  }

  /// The effects at the ends of the days, as the facts come by.
  private final class Series {
    private final Crowd crowd;
    private final double level;
    private final Duration planned;
    private final Instant from;
    private final Instant until;
    private final List<List<Point>> points = new ArrayList<>();
    private LocalDate day;
    private Instant dayEnd;

    Series(Crowd crowd, RegisteredExperiment experiment, Instant from, Instant until) {
      this.crowd = crowd;
      this.from = from;
      level = level(experiment.plan());
      planned = planned(experiment);
      this.until = until;
      crowd.names().forEach(_ -> points.add(new ArrayList<>()));
      day = zone.day(from);
      dayEnd = zone.start(day.plusDays(1));
    }

    void flow(String customer, Instant at, double minor, Flow kind) {
      while (!at.isBefore(dayEnd)) {
        next();
      }
      crowd.move(customer, minor, kind);
    }

    void close() {
      while (dayEnd.isBefore(until)) {
        next();
      }
      point();
    }

    private void next() {
      point();
      day = day.plusDays(1);
      dayEnd = zone.start(day.plusDays(1));
    }

    /// Days on which too few have bought have no point.
    private void point() {
      Instant end = dayEnd.isBefore(until) ? dayEnd : until;
      double passed = Moment.passed(Duration.between(from, end), planned);
      for (int at = 1; at < points.size(); at++) {
        if (crowd.buyers(at) >= Verdicts.FEWEST_BUYERS) {
          points
              .get(at)
              .add(point(day, Sums.effect(crowd.control(), crowd.sums(at), level, passed)));
        }
      }
    }

    private static Point point(LocalDate day, Effect effect) {
      return new Point(day, effect.fixed(), effect.alwaysValid());
    }

    List<Point> points(int at) {
      return points.get(at);
    }
  }
}
