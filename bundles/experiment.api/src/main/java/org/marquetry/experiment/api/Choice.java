package org.marquetry.experiment.api;

import java.time.Instant;

/// What may be decided about an experiment.
public sealed interface Choice {
  /// Everybody gets a variant from now on; who was held out stays held out.
  record Ship(String variant) implements Choice {}

  /// Nobody gets it any more.
  record Stop() implements Choice {}

  /// It is done once more, as another experiment.
  record Repeat() implements Choice {}

  /// It goes on.
  ///
  /// @param until the new planned end
  record RunLonger(Instant until) implements Choice {}

  /// Whether the experiment is over with it.
  default boolean isLast() {
    return !(this instanceof RunLonger);
  }
}
