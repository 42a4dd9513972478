package org.marquetry.profile.core.segment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.ChoiceRow;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.KnownRow;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.SegmentRule.Row;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.spi.TraitSource;

/// Makes plans of rules. For one plan.
final class Planner {
  private static final int MOST_ROWS = 4 * SegmentRule.MAX_ROWS; // with those of named segments

  private final Scans scans;
  private final Boards boards;
  private final Sources sources;
  private final List<TraitSource> partners;
  private final LocalDate today;
  private final Function<String, Optional<SavedSegment>> segments;
  private final Deque<String> inside = new ArrayDeque<>();
  private int nodes;
  private int rows;

  Planner(
      Scans scans,
      Boards boards,
      Sources sources,
      List<TraitSource> partners,
      LocalDate today,
      Function<String, Optional<SavedSegment>> segments) {
    this.scans = scans;
    this.boards = boards;
    this.sources = sources;
    this.partners = partners;
    this.today = today;
    this.segments = segments;
  }

  /// @throws IllegalArgumentException if a row does not fit its trait, segments name each other in
  ///   a circle, or there are too many rows in all
  Plan plan(SegmentRule rule) {
    int node = inside.isEmpty() ? nodes++ : -1;
    return switch (rule) {
      case Group(SegmentRule.Join join, List<SegmentRule> parts) ->
          new Plan.Joined(node, join, parts.stream().map(this::plan).toList());
      case MemberRow(String id) -> member(node, id);
      case Row row -> {
        if (++rows > MOST_ROWS) {
          throw new IllegalArgumentException(
              "with the segments that it names a rule must have at most %d rows"
                  .formatted(MOST_ROWS));
        }
        yield new Plan.Single(node, scan(row));
      }
    };
  }

  private Plan member(int node, String id) {
    if (inside.contains(id)) {
      throw new IllegalArgumentException("the segment " + id + " names itself, in a circle");
    }
    Optional<SavedSegment> named = segments.apply(id).filter(segment -> !segment.isDeleted());
    if (named.isEmpty()) {
      return new Plan.Single(node, Optional.empty());
    }
    inside.push(id);
    try {
      return new Plan.Joined(node, SegmentRule.Join.ALL, List.of(plan(named.get().rule())));
    } finally {
      inside.pop();
    }
  }

  private Optional<Scan> scan(Row row) {
    if (row instanceof DeedRow deed) {
      return Optional.of(scans.deed(deed));
    }
    String trait = SegmentRule.trait(row).orElseThrow();
    Optional<Trait.Kind> kind = LiveTraits.find(trait).map(t -> t.trait().kind());
    if (kind.isPresent()) {
      check(row, kind.get());
      return Optional.of(
          switch (row) {
            case NumberRow number -> scans.number(number);
            case DaysAgoRow days -> scans.daysAgo(days);
            case ChoiceRow choice -> scans.choice(choice);
            case KnownRow known -> scans.known(known);
            case DeedRow deed -> scans.deed(deed);
            case MemberRow _ -> throw new IllegalStateException("planned elsewhere");
          });
    }
    Sources.traits(partners)
        .filter(t -> t.trait().id().equals(trait))
        .findFirst()
        .ifPresent(t -> check(row, t.trait().kind()));
    return sources.scan(partners, row, trait, boards, today.toEpochDay());
  }

  private static void check(Row row, Trait.Kind kind) {
    boolean fits =
        switch (row) {
          case NumberRow _ -> kind == Trait.Kind.NUMBER;
          case DaysAgoRow _ -> kind == Trait.Kind.DATE;
          case ChoiceRow _ -> kind == Trait.Kind.TEXT;
          case KnownRow _, DeedRow _, MemberRow _ -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s is a %s, a row must ask for it as one"
              .formatted(
                  SegmentRule.trait(row).orElse(""),
                  kind.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }
}
