package org.marquetry.data.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;

/// Says what is odd about a feed.
final class Judge {
  private static final int USUAL = 5; // runs

  private Judge() {}

  /// Whether a file brings less than half of the median rows of the last five.
  ///
  /// @param before newest first
  static boolean halves(long rows, List<Run> before) {
    List<Long> usual =
        before.stream()
            .filter(r -> r.outcome() == Outcome.LOADED)
            .limit(USUAL)
            .map(Run::rows)
            .sorted()
            .toList();
    return !usual.isEmpty() && rows * 2 < usual.get(usual.size() / 2);
  }

  /// What differs, in words; empty when the columns are the same in any order.
  static Optional<String> difference(List<String> known, List<String> now) {
    List<String> gone = new ArrayList<>(known);
    gone.removeAll(now);
    List<String> come = new ArrayList<>(now);
    come.removeAll(known);
    if (gone.isEmpty() && come.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of("missing: " + gone + ", new: " + come);
  }

  /// The alert of a source whose last run has a trouble.
  ///
  /// @param runs newest first
  static Optional<Alert> alert(Source source, List<Run> runs) {
    if (source.removedAt().isPresent() || runs.isEmpty() || runs.getFirst().trouble().isEmpty()) {
      return Optional.empty();
    }
    Run last = runs.getFirst();
    Run first = last;
    for (Run run : runs) {
      if (!run.trouble().equals(last.trouble())) {
        break;
      }
      first = run;
    }
    return Optional.of(
        new Alert(
            source.id(),
            source.feed().name(),
            last.trouble().orElseThrow(),
            first.at(),
            last.words()));
  }
}
