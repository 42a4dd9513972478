package org.marquetry.profile.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Whom a saved segment takes: groups of rows on traits, on what people did, and on other segments.
///
/// A row about a trait is met only when the trait's value is known. A row whose trait nobody
/// supplies any more, because a bundle is gone, is neither met nor not: nobody becomes a member by
/// it, under none-of as well, so what is counted is the least number. The tree is bounded: at most
/// [#MAX_DEPTH] levels of groups and [#MAX_ROWS] rows, also with the rows of the segments it names.
///
/// A day is a day in the shop's zone. "Within 30 days" begins at the start of the day 30 days ago;
/// what lies ahead of the clock counts as today.
public sealed interface SegmentRule {
  /// Most levels of groups.
  int MAX_DEPTH = 4;

  /// Most rows of a tree.
  int MAX_ROWS = 50;

  /// Most values of one choice.
  int MAX_VALUES = 200;

  /// Longest window of a row on what people did besides buying, in days.
  int MAX_DAYS = 365;

  /// How the parts of a group are joined.
  enum Join {
    ALL,
    ANY,
    NONE
  }

  /// What a deed must be about.
  enum Thing {
    ANYTHING,
    PRODUCT,
    CATEGORY,
    BRAND
  }

  /// What is counted of a deed.
  enum Measure {
    /// Orders; of other deeds: events.
    TIMES,
    /// Units kept; of `ordered` only.
    UNITS,
    /// Paid and kept, in minor units of the shop's currency; of `ordered` only.
    MONEY
  }

  /// Parts joined. All of none is everybody, any of none nobody.
  record Group(Join join, List<SegmentRule> parts) implements SegmentRule {
    public Group {
      parts = List.copyOf(parts);
      SegmentRules.checkTree(parts);
    }
  }

  /// A single row.
  sealed interface Row extends SegmentRule {}

  /// A number lies in a range, both ends included.
  ///
  /// @param trait id of a trait of kind number
  /// @param from in the trait's unit; one end at least is given
  record NumberRow(String trait, OptionalDouble from, OptionalDouble to) implements Row {
    public NumberRow {
      SegmentRules.checkTrait(trait);
      SegmentRules.checkRange(from, to);
    }
  }

  /// A date lies so many days ago, both ends included.
  ///
  /// @param trait id of a trait of kind date
  /// @param from days, at least 0; one end at least is given
  record DaysAgoRow(String trait, OptionalInt from, OptionalInt to) implements Row {
    public DaysAgoRow {
      SegmentRules.checkTrait(trait);
      SegmentRules.checkRange(SegmentRules.wide(from), SegmentRules.wide(to));
      if (from.orElse(0) < 0) {
        throw new IllegalArgumentException("days ago must be >= 0, got " + from.getAsInt());
      }
    }
  }

  /// A text is one of some values, compared exactly.
  ///
  /// @param trait id of a trait of kind text
  /// @param values at most [#MAX_VALUES]; nobody meets none
  record ChoiceRow(String trait, Set<String> values) implements Row {
    public ChoiceRow {
      SegmentRules.checkTrait(trait);
      if (values.size() > MAX_VALUES) {
        throw new IllegalArgumentException(
            trait + " must have at most " + MAX_VALUES + " values, got " + values.size());
      }
      values = Collections.unmodifiableSet(new TreeSet<>(values));
    }
  }

  /// A trait's value is known.
  record KnownRow(String trait) implements Row {
    public KnownRow {
      SegmentRules.checkTrait(trait);
    }
  }

  /// Somebody did something so often, or so much of it, both ends included.
  ///
  /// @param deed an event type; `ordered` means bought and kept, after cancellations and returns
  /// @param name id of the product, or name of the category or brand; empty when about anything
  /// @param from at least 0; one end at least is given; without it, never counts as 0
  /// @param days within so many days, 1 to [#MAX_DAYS]; empty = ever, of `ordered` only
  record DeedRow(
      String deed,
      Thing thing,
      String name,
      Measure measure,
      OptionalDouble from,
      OptionalDouble to,
      OptionalInt days)
      implements Row {
    public DeedRow {
      SegmentRules.checkDeed(deed, thing, name, measure, days);
      SegmentRules.checkRange(from, to);
    }
  }

  /// Somebody belongs to another segment.
  ///
  /// @param segment id of a saved segment
  record MemberRow(String segment) implements Row {
    public MemberRow {
      if (segment.isBlank()) {
        throw new IllegalArgumentException("a segment must be named");
      }
    }
  }

  /// Everybody.
  static Group everybody() {
    return new Group(Join.ALL, List.of());
  }

  static Group all(SegmentRule... parts) {
    return new Group(Join.ALL, List.of(parts));
  }

  static Group any(SegmentRule... parts) {
    return new Group(Join.ANY, List.of(parts));
  }

  static Group none(SegmentRule... parts) {
    return new Group(Join.NONE, List.of(parts));
  }

  /// A number of at least.
  static Row atLeast(Trait trait, double from) {
    return new NumberRow(trait.id(), OptionalDouble.of(from), OptionalDouble.empty());
  }

  /// A number in a range, both ends included.
  static Row between(Trait trait, double from, double to) {
    return new NumberRow(trait.id(), OptionalDouble.of(from), OptionalDouble.of(to));
  }

  /// A date so many days ago, both ends included.
  static Row daysAgo(Trait trait, int from, int to) {
    return new DaysAgoRow(trait.id(), OptionalInt.of(from), OptionalInt.of(to));
  }

  static Row oneOf(Trait trait, String... values) {
    return new ChoiceRow(trait.id(), Set.of(values));
  }

  /// The nodes of a tree, a group before its parts: node 0 is the tree itself.
  static List<SegmentRule> nodes(SegmentRule rule) {
    return SegmentRules.nodes(rule);
  }

  /// The id of the trait that a row asks for; empty for deeds, segments and groups.
  static Optional<String> trait(SegmentRule rule) {
    return switch (rule) {
      case NumberRow row -> Optional.of(row.trait());
      case DaysAgoRow row -> Optional.of(row.trait());
      case ChoiceRow row -> Optional.of(row.trait());
      case KnownRow row -> Optional.of(row.trait());
      case DeedRow _, MemberRow _, Group _ -> Optional.empty();
    };
  }
}
