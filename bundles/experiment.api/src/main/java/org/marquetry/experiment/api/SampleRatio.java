package org.marquetry.experiment.api;

import java.util.List;

/// Whether the groups have the sizes they should have.
///
/// @param groups counts beside what the design promised
/// @param p chance of a split at least this uneven when assignment works
/// @param trustworthy false below 0.001: then no effect of this experiment can be trusted
public record SampleRatio(List<Count> groups, double p, boolean trustworthy) {
  public SampleRatio {
    groups = List.copyOf(groups);
  }

  /// @param group name
  /// @param people who were counted, at least 0
  /// @param share what the design promised, in (0, 1]
  public record Count(String group, long people, double share) {
    public Count {
      if (people < 0) {
        throw new IllegalArgumentException("people must be >= 0, got " + people);
      }
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be in (0, 1], got " + share);
      }
    }
  }
}
