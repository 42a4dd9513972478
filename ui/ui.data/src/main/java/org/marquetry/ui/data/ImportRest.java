package org.marquetry.ui.data;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Tells how long a step will take by how fast it went so far. For one tab.
final class ImportRest {
  private static final double LEAST_SHARE = 0.02;
  private static final long LEAST_SECONDS = 2;

  private @Nullable Instant since;
  private String step = "";
  private double first;
  private double last;

  /// @param done share of the step
  /// @return seconds; empty when too little was seen
  OptionalLong after(String now, double done, Instant at) {
    Instant began = since;
    if (began == null || !now.equals(step) || done < last) {
      since = at;
      step = now;
      first = done;
      last = done;
      return OptionalLong.empty();
    }
    last = done;
    long seen = Duration.between(began, at).toSeconds();
    double share = done - first;
    return seen < LEAST_SECONDS || share < LEAST_SHARE
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round((1 - done) / share * seen));
  }

  void forget() {
    since = null;
  }
}
