package org.marquetry.feature.api;

import java.time.Duration;
import java.util.List;

/// What a person wants of features, all at once or not at all.
///
/// @param why in their own words, kept with the state; may be empty
/// @param probation how long the new bundles are watched before the change counts, 0 s to 1 h; when
///   they do not work in this time, the former ones come back by themselves
public record ChangeSet(List<Wish> wishes, String why, Duration probation) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /// Check and copy.
  public ChangeSet {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty()) {
      throw new IllegalArgumentException("a change set needs at least one wish");
    }
    if (probation.isNegative() || probation.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("probation must be 0 s to 1 h, got " + probation);
    }
  }
}
