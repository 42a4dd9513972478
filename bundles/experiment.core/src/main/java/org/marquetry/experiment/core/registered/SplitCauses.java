package org.marquetry.experiment.core.registered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.experiment.api.Assignment;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.api.RegisteredExperiment;
import org.marquetry.experiment.api.SampleRatio;
import org.marquetry.experiment.api.SplitCause;
import org.marquetry.experiment.core.CoreExperiments;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.CustomerId;

/// Looks for the reason why groups have the wrong sizes, in what the decision log holds of people:
/// the group that the draw gives each, and the day on which each was decided on. What cannot be
/// told from these stays unsaid.
final class SplitCauses {
  private static final double EVEN = 0.05; // what is left must look right, not just be possible
  private static final double UNEVEN = 0.001;
  private static final int REST = 10; // a tenth of all people at least must be left to look right

  private final RegisteredExperiment experiment;
  private final List<String> names;
  private final ShopZone zone;

  /// @param names of the groups, the control first
  SplitCauses(RegisteredExperiment experiment, List<String> names, ShopZone zone) {
    this.experiment = experiment;
    this.names = names;
    this.zone = zone;
  }

  /// Whether groups have the sizes that the plan gives them.
  ///
  /// @param people of each group, the control first
  static SampleRatio ratio(ExperimentPlan plan, List<Long> people) {
    List<SampleRatio.Count> counts = new ArrayList<>();
    double treated = 1 - plan.holdoutShare();
    if (plan.holdoutShare() > 0) {
      counts.add(new SampleRatio.Count(Design.HOLDOUT, people.getFirst(), plan.holdoutShare()));
    }
    for (Design.Share v : plan.variants()) {
      counts.add(
          new SampleRatio.Count(v.variant(), people.get(counts.size()), treated * v.share()));
    }
    return people.stream().allMatch(n -> n == 0)
        ? new SampleRatio(counts, 1, true)
        : new CoreExperiments().sampleRatio(counts);
  }

  private record Draw(CustomerId customer, int group, LocalDate day) {}

  Optional<SplitCause> find(FactViews facts) {
    List<Draw> draws = new ArrayList<>();
    facts.draws((customer, group, at) -> {
      int place = names.indexOf(group);
      if (place >= 0) {
        draws.add(new Draw(new CustomerId(customer), place, zone.day(at)));
      }
    });
    return moved(draws).or(() -> oneDay(draws));
  }

  private Optional<SplitCause> moved(List<Draw> draws) {
    List<Assignment> should =
        new CoreExperiments()
            .assignAll(experiment.design(), draws.stream().map(Draw::customer).toList());
    long[] people = new long[names.size()];
    long moved = 0;
    for (int i = 0; i < draws.size(); i++) {
      int group = names.indexOf(should.get(i).group());
      people[group]++;
      moved += group == draws.get(i).group() ? 0 : 1;
    }
    return moved > 0 && p(people) >= EVEN
        ? Optional.of(new SplitCause.Moved(moved))
        : Optional.empty();
  }

  private Optional<SplitCause> oneDay(List<Draw> draws) {
    long[] all = new long[names.size()];
    Map<LocalDate, long[]> days = new TreeMap<>();
    for (Draw draw : draws) {
      all[draw.group()]++;
      days.computeIfAbsent(draw.day(), _ -> new long[names.size()])[draw.group()]++;
    }
    if (days.size() < 2) {
      return Optional.empty();
    }
    Map<LocalDate, Double> rest = new HashMap<>();
    days.forEach((day, its) -> {
      long[] others = without(all, its);
      if (p(its) < UNEVEN && REST * sum(others) >= sum(all)) {
        rest.put(day, p(others));
      }
    });
    return rest.entrySet().stream()
        .filter(e -> e.getValue() >= EVEN)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .map(day -> new SplitCause.OneDay(day, sum(Objects.requireNonNull(days.get(day)))));
  }

  private double p(long[] people) {
    List<Long> counts = new ArrayList<>();
    for (long n : people) {
      counts.add(n);
    }
    return ratio(experiment.plan(), counts).p();
  }

  private static long[] without(long[] all, long[] some) {
    long[] rest = all.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= some[i];
    }
    return rest;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long n : counts) {
      sum += n;
    }
    return sum;
  }
}
