package org.marquetry.experiment.api;

import java.time.Instant;
import java.util.List;

/// What an experiment shows in each part of a split.
///
/// @param until what happened before this moment is in it
/// @param registered whether the split was said before the start; else it was found by looking, and
///   what it shows is an idea for another experiment, not a result
/// @param level of each interval: all of them together hold with 0.95 (Bonferroni over parts,
///   variants and the registered splits)
/// @param parts in the order of the split; without those that have too few people to say anything
public record SegmentedReading(
    Split split, Instant until, boolean registered, double level, List<Part> parts) {
  public SegmentedReading {
    parts = List.copyOf(parts);
  }

  /// @param name of the part, as the split calls it
  /// @param profit of a variant against the control, profit more a person in minor units
  public record Part(String name, String variant, Effect profit) {}
}
