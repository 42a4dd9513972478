package org.marquetry.experiment.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Read registered experiments from what the warehouse knows. Nothing is stored; the same facts
/// give the same answer. Safe for use by many threads; an answer takes about a second for a hundred
/// thousand people.
@ProviderType
@Requires("experiment.read")
public interface ExperimentReadings {
  /// Level of all intervals of one experiment together: with `k` variants against the control each
  /// has `1 - 0.05 / k` (Bonferroni; O. J. Dunn, Multiple Comparisons among Means, 1961).
  double LEVEL = 0.95;

  /// Read an experiment now; after its planned end, as of then.
  Reading read(String id);

  /// What the suite itself read last of an experiment that nobody has decided on, up to an hour
  /// ago: at once, for lists.
  ///
  /// @return empty before the first look, and once it is decided
  Optional<Reading> lately(String id);

  /// Read what was known to have happened before a moment, with what has been told since: a return
  /// or an import that came later counts.
  ///
  /// @param until after the start
  Reading read(String id, Instant until);

  /// Read an experiment in the parts of a split, now; after its planned end, as of then.
  SegmentedReading segments(String id, Split split);

  /// Put the orders that followed a message beside the orders that it brought.
  ///
  /// @param days how long after a message or a click an order is credited to it, 1 to 90
  Attribution attribution(String id, int days);

  /// What the facts say today about the moment of a decision, against what they said then; other
  /// than 0 when something came late. One for each variant that was seen then.
  List<Change> changedSince(String id, int decision);

  /// Ask whether a decision was right: what the variant did until 60 days after it, or until now,
  /// against those who were held out and stayed so.
  ///
  /// @return empty when it was undone, ended nothing, or there is too little to compare
  Optional<WasItTrue> wasItTrue(String id, int decision);

  /// @param then the effect as it was read, profit a person in minor units
  /// @param now the effect at the same moment as it is read today
  record Change(String variant, double then, double now) {
    public double difference() {
      return now - then;
    }
  }
}
