package org.marquetry.profile.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.marquetry.profile.api.Affinity;
import org.marquetry.profile.api.Check;
import org.marquetry.profile.api.Condition;
import org.marquetry.profile.api.Explanation;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.ProfileSummary;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Interval;

/// Everybody as of one moment; never changes once built.
///
/// @param values holds the ends of each lifetime value's interval
/// @param level coverage of that interval
record Population(
    ProfileSummary summary,
    Columns columns,
    List<AffinityTable> affinities,
    ValueStep values,
    double level) {

  Optional<Profile> profile(CustomerId id) {
    int customer = columns.find(id.value());
    return customer < 0 ? Optional.empty() : Optional.of(profile(customer));
  }

  BitSet members(Condition condition) {
    return new Evaluator(columns).members(condition);
  }

  List<CustomerId> ids(BitSet members) {
    return members.stream().mapToObj(c -> new CustomerId(columns.id(c))).toList();
  }

  List<Profile> top(Condition condition, Trait by, int limit) {
    double[] values = columns.number(by);
    Comparator<Integer> worstFirst =
        Comparator.<Integer>comparingDouble(c -> values[c])
            .thenComparing(Comparator.reverseOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
    members(condition).stream()
        .filter(c -> !Double.isNaN(values[c]))
        .forEach(c -> {
          best.add(c);
          if (best.size() > limit) {
            best.poll();
          }
        });
    List<Profile> found = new ArrayList<>();
    while (!best.isEmpty()) {
      found.addFirst(profile(best.remove()));
    }
    return found;
  }

  Optional<Explanation> explain(Condition condition, CustomerId id) {
    int customer = columns.find(id.value());
    if (customer < 0) {
      return Optional.empty();
    }
    Evaluator evaluator = new Evaluator(columns);
    Sentences sentences = new Sentences(summary.currency());
    Profile profile = profile(customer);
    List<Check> checks =
        Evaluator.leaves(condition).stream()
            .map(leaf ->
                new Check(
                    leaf,
                    sentences.say(leaf),
                    actual(profile, leaf.trait(), sentences),
                    evaluator.test(leaf).at(customer)))
            .toList();
    return Optional.of(new Explanation(members(condition).get(customer), checks));
  }

  private static String actual(Profile profile, Trait trait, Sentences sentences) {
    return switch (trait.kind()) {
      case NUMBER ->
          profile.number(trait).stream()
              .mapToObj(value -> sentences.value(trait, value).en())
              .findFirst()
              .orElse("");
      case TEXT -> profile.text(trait).orElse("");
      case DATE -> profile.date(trait).map(LocalDate::toString).orElse("");
    };
  }

  private Profile profile(int customer) {
    Profile.Builder builder = Profile.builder(new CustomerId(columns.id(customer)));
    summary.currency().ifPresent(builder::currency);
    for (Trait trait : Traits.ALL) {
      switch (trait.kind()) {
        case NUMBER ->
            columns.findNumber(trait).ifPresent(column -> builder.number(trait, column[customer]));
        case TEXT ->
            columns
                .findText(trait)
                .flatMap(column -> column.at(customer))
                .ifPresent(text -> builder.text(trait, text));
        case DATE ->
            columns
                .findNumber(trait)
                .filter(column -> !Double.isNaN(column[customer]))
                .ifPresent(
                    column -> builder.date(trait, LocalDate.ofEpochDay((long) column[customer])));
      }
    }
    double value =
        columns.findNumber(Traits.LIFETIME_VALUE).map(c -> c[customer]).orElse(Double.NaN);
    if (!Double.isNaN(value)) {
      builder.lifetimeValue(
          new Interval(value, values.low[customer], values.high[customer], level));
    }
    List<Affinity> all = new ArrayList<>();
    affinities.forEach(table -> all.addAll(table.at(customer)));
    return builder.affinities(all).build();
  }
}
