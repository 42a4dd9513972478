package org.marquetry.profile.api;

import java.util.Set;
import org.marquetry.shop.api.Words;

/// A trait that segments may ask for.
///
/// @param group what it is about, a heading for people
/// @param uses how it may be asked for
public record SegmentTrait(Trait trait, Words group, Set<Use> uses) {
  /// The kinds of rows.
  public enum Use {
    /// [SegmentRule.NumberRow].
    RANGE,
    /// [SegmentRule.DaysAgoRow].
    DAYS_AGO,
    /// [SegmentRule.ChoiceRow].
    CHOICE,
    /// [SegmentRule.KnownRow].
    KNOWN
  }

  public SegmentTrait {
    uses = Set.copyOf(uses);
  }
}
