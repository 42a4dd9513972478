package org.marquetry.experiment.core.registered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.experiment.api.Design;
import org.marquetry.experiment.api.ExperimentPlan;
import org.marquetry.experiment.core.Sums;
import org.marquetry.experiment.core.registered.FactViews.Flow;

/// Everybody who was decided on, and what each has brought so far. For one thread.
final class Crowd {
  private final List<String> names = new ArrayList<>();
  private final List<Sums> sums = new ArrayList<>();
  private final long[] buyers;
  private final long[] returners;
  private final Map<String, Integer> place = new HashMap<>();
  private int[] group = new int[1_024];
  private double[] before = new double[1_024];
  private double[] value = new double[1_024];
  private boolean[] bought = new boolean[1_024];
  private boolean[] returned = new boolean[1_024];
  private long notInPlan;

  /// The control first, then the variants that are compared with it.
  Crowd(ExperimentPlan plan) {
    names.add(plan.control());
    plan.variants().stream()
        .map(Design.Share::variant)
        .filter(v -> !v.equals(plan.control()))
        .forEach(names::add);
    names.forEach(name -> sums.add(new Sums(name)));
    buyers = new long[names.size()];
    returners = new long[names.size()];
  }

  void enter(String customer, String name, double spentBefore) {
    int at = names.indexOf(name);
    if (at < 0) {
      notInPlan++;
      return;
    }
    int person = place.size();
    if (person == group.length) {
      group = Arrays.copyOf(group, 2 * person);
      before = Arrays.copyOf(before, 2 * person);
      value = Arrays.copyOf(value, 2 * person);
      bought = Arrays.copyOf(bought, 2 * person);
      returned = Arrays.copyOf(returned, 2 * person);
    }
    place.put(customer, person);
    group[person] = at;
    before[person] = spentBefore;
    sums.get(at).enter(spentBefore);
  }

  /// Something changes what a person has brought; who is not in the crowd changes nothing.
  void move(String customer, double by, Flow kind) {
    Integer person = place.get(customer);
    if (person == null) {
      return;
    }
    sums.get(group[person]).move(before[person], value[person], value[person] + by);
    value[person] += by;
    if (kind.isOrder() && !bought[person]) {
      bought[person] = true;
      buyers[group[person]]++;
    }
    if (kind == Flow.RETURNED && !returned[person]) {
      returned[person] = true;
      returners[group[person]]++;
    }
  }

  List<String> names() {
    return names;
  }

  Sums control() {
    return sums.getFirst();
  }

  /// @param at place of its name
  Sums sums(int at) {
    return sums.get(at);
  }

  /// All variants together.
  Sums treated() {
    Sums all = new Sums("treated");
    sums.stream().skip(1).forEach(all::add);
    return all;
  }

  /// People who bought something, of the smaller of two groups.
  ///
  /// @param at place of the variant
  long buyers(int at) {
    return Math.min(buyers[0], buyers[at]);
  }

  /// People who gave something back, or cancelled it.
  ///
  /// @param at place of the group
  long returners(int at) {
    return returners[at];
  }

  long notInPlan() {
    return notInPlan;
  }
}
