package org.marquetry.recommend.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.spi.ScoredItem;

/// The rules as their documentation says, over a whole list, without any thought of time.
final class Plain {
  private Plain() {}

  /// @param past items that somebody had to do with
  static List<Integer> list(
      List<ScoredItem> whole,
      List<Ware> wares,
      List<Integer> past,
      List<SavedRule> rules,
      int limit) {
    List<RuleEffect> effects = rules.stream().map(r -> r.rule().effect()).toList();
    Map<Integer, Double> scores = new HashMap<>();
    for (ScoredItem item : whole) {
      Ware ware = wares.get(item.item());
      double score = item.score();
      boolean in = true;
      for (RuleEffect effect : effects) {
        if (effect instanceof RuleEffect.Hide(RuleTarget t)) {
          in &= !fits(t, ware);
        } else if (effect instanceof RuleEffect.InStock(int least)) {
          in &= ware.stock().orElse(Long.MAX_VALUE) >= least;
        } else if (effect instanceof RuleEffect.MarginFloor(double share)) {
          in &= ware.margin().orElse(1) >= share;
        } else if (effect instanceof RuleEffect.Weigh(RuleTarget t, double f) && fits(t, ware)) {
          score = score < 0 ? score / f : score * f;
        } else if (effect instanceof RuleEffect.Lean(RuleEffect.Axis axis, double strength)) {
          double f = Math.pow(4, strength * (2 * value(axis, item.item(), wares, past) - 1));
          score = score < 0 ? score / f : score * f;
        }
      }
      if (in) {
        scores.put(item.item(), score);
      }
    }
    List<Integer> queue = new ArrayList<>(whole.stream().map(ScoredItem::item).toList());
    queue.removeIf(item -> !scores.containsKey(item));
    queue.sort(Comparator.comparingDouble(item -> -scores.getOrDefault(item, 0.0))); // stable
    List<Integer> list = new ArrayList<>();
    while (list.size() < limit) {
      Optional<Integer> best = best(queue, list, wares, effects);
      if (best.isEmpty()) {
        break;
      }
      list.add(best.get());
    }
    return list;
  }

  /// One half where there is none.
  private static double value(
      RuleEffect.Axis axis, int item, List<Ware> wares, List<Integer> past) {
    return switch (axis) {
      case NOVELTY ->
          1 - past.stream().mapToDouble(p -> like(wares.get(item), wares.get(p))).max().orElse(0.5);
      case MARGIN -> wares.get(item).margin().orElse(0.5);
      case POPULARITY -> popularity(item);
    };
  }

  /// Every seventh item is wanted by all.
  static double popularity(int item) {
    return item % 7 / 6.0;
  }

  private static Optional<Integer> best(
      List<Integer> queue, List<Integer> list, List<Ware> wares, List<RuleEffect> effects) {
    double strength = 0;
    for (RuleEffect effect : effects) {
      strength =
          effect instanceof RuleEffect.Diversity(double s) ? Math.max(strength, s) : strength;
    }
    Optional<Integer> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 1; place <= queue.size(); place++) {
      int item = queue.get(place - 1);
      if (list.contains(item) || !allowed(wares.get(item), list, wares, effects)) {
        continue;
      }
      double like =
          list.stream()
              .mapToDouble(other -> like(wares.get(item), wares.get(other)))
              .max()
              .orElse(0);
      double value = (1 - strength) / (Math.log(1 + place) / Math.log(2)) - strength * like;
      if (value > most + 1e-12) {
        most = value;
        best = Optional.of(item);
      }
    }
    return best;
  }

  private static boolean allowed(
      Ware ware, List<Integer> list, List<Ware> wares, List<RuleEffect> effects) {
    for (RuleEffect effect : effects) {
      if (effect instanceof RuleEffect.OneVariant()
          && list.stream().anyMatch(o -> both(wares.get(o).family(), ware.family()))) {
        return false;
      }
      if (effect instanceof RuleEffect.Quota(Optional<String> category, int most)) {
        Optional<String> about = category.or(ware::category);
        boolean counts = about.isPresent() && named(ware, about.get(), category.isEmpty());
        if (counts
            && list.stream()
                    .filter(o -> named(wares.get(o), about.get(), category.isEmpty()))
                    .count()
                >= most) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean named(Ware ware, String category, boolean broadOnly) {
    return ware.category().equals(Optional.of(category))
        || (!broadOnly && ware.subcategory().equals(Optional.of(category)));
  }

  private static double like(Ware one, Ware other) {
    if (both(one.family(), other.family())) {
      return 1;
    }
    if (both(one.subcategory(), other.subcategory())) {
      return .75;
    }
    if (both(one.category(), other.category())) {
      return .5;
    }
    return both(one.brand(), other.brand()) ? .25 : 0;
  }

  private static boolean both(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean fits(RuleTarget target, Ware ware) {
    return switch (target.kind()) {
      case PRODUCT -> ware.id().value().equals(target.value());
      case BRAND -> ware.brand().map(b -> b.equalsIgnoreCase(target.value())).orElse(false);
      case CATEGORY ->
          ware.category().equals(Optional.of(target.value()))
              || ware.subcategory().equals(Optional.of(target.value()));
    };
  }
}
