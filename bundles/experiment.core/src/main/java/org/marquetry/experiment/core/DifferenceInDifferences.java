package org.marquetry.experiment.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.math.stats.Estimate;
import org.marquetry.math.stats.Moments;
import org.marquetry.math.stats.Quantiles;

/// Difference in differences within strata of past spend, weighted to the members.
///
/// In each stratum the change of the members' spend is compared with the change of the
/// non-members'; strata are weighted by their members, so the result is the effect on the members.
/// A stratum needs two non-members; its members are left out otherwise. Variances add up over
/// strata; a stratum with one member borrows the variance of its non-members.
///
/// @param effect money more per member
/// @param members members in strata that could be compared
/// @param comparison non-members in those strata
/// @param unmatched members left out
record DifferenceInDifferences(Estimate effect, long members, long comparison, long unmatched) {
  private static final int LEVELS = 4;

  private static final class Stratum {
    final Moments members = new Moments();
    final Moments others = new Moments();

    double error2() {
      double spread = members.count() > 1 ? members.variance() : others.variance();
      return spread / members.count() + others.variance() / others.count();
    }
  }

  /// @param scale length of `during` over length of `before`
  /// @return empty when no stratum holds both members and non-members
  static Optional<DifferenceInDifferences> estimate(
      List<Spend> people, double scale, double level) {
    double[] cuts = cuts(people);
    Map<Integer, Stratum> strata = new HashMap<>();
    for (Spend person : people) {
      Stratum stratum = strata.computeIfAbsent(step(cuts, person.earlier()), _ -> new Stratum());
      (person.member() ? stratum.members : stratum.others)
          .add(person.during() - scale * person.before());
    }
    List<Stratum> usable = new ArrayList<>();
    long members = 0;
    long comparison = 0;
    long unmatched = 0;
    for (Stratum stratum : strata.values()) {
      if (stratum.members.count() > 0 && stratum.others.count() >= 2) {
        usable.add(stratum);
        members += stratum.members.count();
        comparison += stratum.others.count();
      } else {
        unmatched += stratum.members.count();
      }
    }
    if (members < 2) {
      return Optional.empty();
    }
    double effect = 0;
    double error2 = 0;
    for (Stratum stratum : usable) {
      double weight = (double) stratum.members.count() / members;
      effect += weight * (stratum.members.mean() - stratum.others.mean());
      error2 += weight * weight * stratum.error2();
    }
    double margin = NormalReach.of(level) * Math.sqrt(error2);
    return Optional.of(
        new DifferenceInDifferences(
            Estimate.around(effect, margin, level), members, comparison, unmatched));
  }

  /// Inner cuts of the positive values; nothing spent is a level of its own.
  private static double[] cuts(List<Spend> people) {
    double[] positive =
        people.stream().mapToDouble(Spend::earlier).filter(v -> v > 0).sorted().toArray();
    if (positive.length == 0) {
      return new double[0];
    }
    double[] cuts = new double[LEVELS - 1];
    for (int i = 1; i < LEVELS; i++) {
      cuts[i - 1] = Quantiles.ofSorted(positive, (double) i / LEVELS);
    }
    return cuts;
  }

  private static int step(double[] cuts, double value) {
    if (value <= 0) {
      return 0;
    }
    int step = 1;
    for (double cut : cuts) {
      step += value > cut ? 1 : 0;
    }
    return step;
  }
}
