package org.marquetry.experiment.api;

import java.time.LocalDate;

/// Why groups have the wrong sizes, as far as the facts tell.
public sealed interface SplitCause {
  /// People count in another group than the draw puts them into: what sent the campaign, or what
  /// noted it, went around the draw.
  ///
  /// @param people how many, at least 1
  record Moved(long people) implements SplitCause {}

  /// The people who were decided on on one day are split unevenly, all others as they should be.
  ///
  /// @param day of the shop
  /// @param people who were decided on that day
  record OneDay(LocalDate day, long people) implements SplitCause {}
}
