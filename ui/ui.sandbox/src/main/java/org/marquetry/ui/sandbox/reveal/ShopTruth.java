package org.marquetry.ui.sandbox.reveal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.sandbox.truth.Reaction;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.sandbox.reveal.MeasuredReactions.Reactions;

/// What is true of all customers, beside what was measured of them.
final class ShopTruth {
  private static final int SAMPLE = 500;

  private final Truth truth;
  private final MeasuredReactions measured;

  ShopTruth(Truth truth, MeasuredReactions measured) {
    this.truth = truth;
    this.measured = measured;
  }

  /// @param customers how many came
  /// @param mayCome how many of them may still come
  /// @param elasticity mean of all
  /// @param visitsPerDay mean of those who may still come
  /// @param remainingDays median of those who may still come
  /// @param reactions by what differs between messages
  record Whole(
      int customers,
      int mayCome,
      double elasticity,
      double visitsPerDay,
      double remainingDays,
      Map<Aspect, List<Line>> reactions) {
    Whole {
      reactions = Map.copyOf(reactions);
    }
  }

  /// One value of an aspect.
  ///
  /// @param open true probability, mean of a sample of those who may still come
  /// @param click true probability, given that it was opened
  /// @param seen what was measured; empty: never sent
  record Line(String value, double open, double click, Optional<Reactions> seen) {}

  /// Empty while nobody has come or the past is still told.
  Optional<Whole> whole() {
    List<CustomerId> all = truth.customers();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    double elasticity = 0;
    double visits = 0;
    List<Double> remaining = new ArrayList<>();
    List<CustomerId> alive = new ArrayList<>();
    for (CustomerId customer : all) {
      elasticity += truth.elasticity(customer).orElse(0.0) / all.size();
      var life = truth.lifetime(customer);
      if (life.isPresent() && life.get().alive()) {
        alive.add(customer);
        visits += life.get().visitsPerDay();
        remaining.add(life.get().remainingDays());
      }
    }
    remaining.sort(null);
    return Optional.of(
        new Whole(
            all.size(),
            alive.size(),
            elasticity,
            alive.isEmpty() ? 0 : visits / alive.size(),
            alive.isEmpty() ? 0 : remaining.get(remaining.size() / 2),
            reactions(alive)));
  }

  private Map<Aspect, List<Line>> reactions(List<CustomerId> alive) {
    int step = Math.max(1, alive.size() / SAMPLE);
    List<CustomerId> sample = new ArrayList<>();
    for (int i = 0; i < alive.size(); i += step) {
      sample.add(alive.get(i));
    }
    Map<Aspect, List<Line>> all = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      Map<String, Reactions> seen = measured.by(aspect);
      all.put(
          aspect,
          aspect.choices().stream()
              .map(value -> line(value, aspect.touch(value), sample, seen))
              .toList());
    }
    return all;
  }

  private Line line(
      String value, Touch touch, List<CustomerId> sample, Map<String, Reactions> seen) {
    List<Reaction> reactions =
        sample.stream().flatMap(customer -> truth.reaction(customer, touch).stream()).toList();
    double opened = reactions.stream().mapToDouble(Reaction::open).sum();
    double clicked = reactions.stream().mapToDouble(r -> r.open() * r.click()).sum();
    return new Line(
        value,
        reactions.isEmpty() ? Double.NaN : opened / reactions.size(),
        opened > 0 ? clicked / opened : Double.NaN,
        Optional.ofNullable(seen.get(value))
            .or(() -> Optional.ofNullable(seen.get(decimal(value)))));
  }

  /// As the warehouse writes a share.
  private static String decimal(String value) {
    return value.equals("0") ? "0.0" : value;
  }
}
