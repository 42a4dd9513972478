package org.marquetry.feature.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person wants of features, all at once or not at all.
///
/// @param why in their own words, kept with the state; may be empty
/// @param probation how long the new bundles are watched before the change counts, 0 s to 1 h; when
///   they do not work in this time, the former ones come back by themselves
/// @param uses what is done with what rests on services that go, where it can be, right before they
///   do; empty: it is kept with a part missing
/// @param single what is done with some of it instead, by [FeatureUse#object]; empty: that one is
///   kept
public record ChangeSet(
    List<Wish> wishes,
    String why,
    Duration probation,
    Optional<FeatureUse.Choice> uses,
    Map<String, Optional<FeatureUse.Choice>> single) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /// One that keeps what rests on services that go, with a part missing.
  public ChangeSet(List<Wish> wishes, String why, Duration probation) {
    this(wishes, why, probation, Optional.empty());
  }

  /// One that does the same with all that rests on services that go.
  public ChangeSet(
      List<Wish> wishes, String why, Duration probation, Optional<FeatureUse.Choice> uses) {
    this(wishes, why, probation, uses, Map.of());
  }

  /// Check and copy.
  public ChangeSet {
    wishes = List.copyOf(wishes);
    single = Map.copyOf(single);
    if (wishes.isEmpty()) {
      throw new IllegalArgumentException("a change set needs at least one wish");
    }
    if (probation.isNegative() || probation.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("probation must be 0 s to 1 h, got " + probation);
    }
  }
}
