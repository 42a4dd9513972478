package org.marquetry.data.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// How an import stands.
///
/// @param id of the import, and of its batch in the warehouse
/// @param name of the file
/// @param bytes stored so far
/// @param role in words; empty before the first run
/// @param by who stored it
/// @param at when it was stored
/// @param endedAt when its last run ended
/// @param counts of the last run; while it runs, what it knows by now
/// @param step what the run does, for people; empty when none runs
/// @param done share of the step in [0, 1]
/// @param findings what the last run rejected, repaired or flagged, most rows first
/// @param problem why the last run failed, and what to do
/// @param sourceKept the file is still there, so that it can run again
public record ImportStatus(
    String id,
    String name,
    long bytes,
    ImportState state,
    Optional<String> role,
    String by,
    Instant at,
    Optional<Instant> endedAt,
    ImportCounts counts,
    Optional<Words> step,
    double done,
    List<Finding> findings,
    Optional<Problem> problem,
    boolean sourceKept) {
  public ImportStatus {
    findings = List.copyOf(findings);
  }

  /// Whether [Imports#undo] would take something back.
  public boolean isUndoable() {
    return state == ImportState.LOADED && counts.added() + counts.changed() > 0;
  }
}
