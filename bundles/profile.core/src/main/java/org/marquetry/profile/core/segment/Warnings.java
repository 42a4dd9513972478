package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentWarning;
import org.marquetry.profile.api.SegmentWarning.Kind;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.Words;

/// What a person should know before a rule is saved.
///
/// @param counting makes a rule ready to be counted
/// @param traits finds a trait that somebody supplies
/// @param self the segment that the rule is of
record Warnings(
    Function<SegmentRule, Counting> counting,
    Function<String, Optional<Trait>> traits,
    SegmentStore store,
    Optional<String> self) {
  private static final double MUCH = 0.9;
  private static final SegmentWarning ITSELF =
      new SegmentWarning(
          Kind.CYCLE,
          new Words(
              "细分不能引用自己，也不能通过其他细分引用自己。",
              "A segment cannot name itself, not by way of others either."),
          true);

  List<SegmentWarning> of(SegmentRule rule) {
    List<SegmentWarning> warnings = new ArrayList<>(missing(rule, false));
    Counting ready;
    try {
      ready = counting.apply(rule);
    } catch (IllegalArgumentException e) {
      return List.of(circle(e));
    }
    if (self.isPresent() && names(rule, self.get(), new ArrayList<>())) {
      warnings.add(ITSELF);
    }
    SegmentCount count = ready.count();
    if (count.exact() && count.count() == 0) {
      warnings.add(
          new SegmentWarning(
              Kind.EMPTY, new Words("目前没有任何顾客符合。", "Nobody matches at the moment."), false));
    } else if (count.count() == count.customers()) {
      warnings.add(
          new SegmentWarning(
              Kind.EVERYBODY, new Words("所有顾客都符合。", "Every customer matches."), false));
    } else {
      warnings.addAll(overlaps(ready, count.count()));
    }
    return warnings;
  }

  private static SegmentWarning circle(IllegalArgumentException problem) {
    return new SegmentWarning(
        Kind.CYCLE,
        new Words("无法计算：" + problem.getMessage(), "It cannot be counted: " + problem.getMessage()),
        true);
  }

  /// The first warning that refuses to save.
  Optional<SegmentWarning> refusal(SegmentRule rule) {
    Optional<SegmentWarning> missing =
        missing(rule, false).stream().filter(SegmentWarning::refused).findFirst();
    if (missing.isPresent()) {
      return missing;
    }
    if (self.isPresent() && names(rule, self.get(), new ArrayList<>())) {
      return Optional.of(ITSELF);
    }
    try {
      var _ = counting.apply(rule);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(circle(e));
    }
  }

  private boolean names(SegmentRule rule, String id, List<String> seen) {
    for (SegmentRule node : SegmentRule.nodes(rule)) {
      if (node instanceof MemberRow(String named)) {
        if (named.equals(id)) {
          return true;
        }
        if (!seen.contains(named)) {
          seen.add(named);
          if (store.newest().find(named).map(s -> names(s.rule(), id, seen)).orElse(false)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Rows that nobody can answer; under none-of nobody can tell whom to leave out, so the result
  /// would be wrong.
  private List<SegmentWarning> missing(SegmentRule rule, boolean turned) {
    return switch (rule) {
      case Group(Join join, List<SegmentRule> parts) ->
          parts.stream().flatMap(p -> missing(p, turned ^ join == Join.NONE).stream()).toList();
      case DeedRow _ -> List.of();
      case MemberRow(String id) ->
          store.newest().find(id).filter(s -> !s.isDeleted()).isPresent()
              ? List.of()
              : List.of(gone(new Words("细分 " + id, "the segment " + id), turned));
      case SegmentRule.Row row -> {
        String id = SegmentRule.trait(row).orElseThrow();
        yield traits.apply(id).isPresent()
            ? List.of()
            : List.of(gone(new Words("特征 " + id, "the trait " + id), turned));
      }
    };
  }

  private static SegmentWarning gone(Words what, boolean turned) {
    return new SegmentWarning(
        Kind.MISSING,
        turned
            ? new Words(
                what.zh() + "已无人提供，无法得知应排除谁，因此不能保存。",
                "Nobody supplies "
                    + what.en()
                    + " any more: whom to leave out is not known, so it cannot be saved.")
            : new Words(
                what.zh() + "已无人提供，人数为下限。",
                "Nobody supplies " + what.en() + " any more: the number is a minimum."),
        turned);
  }

  private List<SegmentWarning> overlaps(Counting ready, int members) {
    List<SavedSegment> others =
        store.newest().list().stream().filter(s -> !self.equals(Optional.of(s.id()))).toList();
    List<SavedSegment> countable = new ArrayList<>();
    List<Plan> plans = new ArrayList<>();
    for (SavedSegment other : others) {
      try {
        plans.add(counting.apply(other.rule()).plan());
        countable.add(other);
      } catch (IllegalArgumentException e) {
        // a segment that cannot be counted overlaps with nobody
      }
    }
    List<SegmentWarning> warnings = new ArrayList<>();
    List<Integer> shared = ready.shared(plans);
    for (int i = 0; i < shared.size(); i++) {
      double share = (double) shared.get(i) / Math.max(1, members);
      if (share >= MUCH) {
        int percent = (int) Math.floor(100 * share);
        String name = countable.get(i).name();
        warnings.add(
            new SegmentWarning(
                Kind.OVERLAP,
                new Words(
                    "其中 %d%% 也属于“%s”。".formatted(percent, name),
                    "%d %% of them also belong to “%s”.".formatted(percent, name)),
                false));
      }
    }
    return warnings;
  }
}
