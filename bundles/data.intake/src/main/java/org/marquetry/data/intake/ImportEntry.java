package org.marquetry.data.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Problem;
import org.marquetry.shop.api.Words;

/// What the book holds of an import.
///
/// @param loadedAt when it was loaded; empty before
/// @param mapping as JSON; empty before the first run
/// @param job id of its last job; empty before the first run
record ImportEntry(
    String id,
    String name,
    long bytes,
    ImportState state,
    Optional<String> role,
    String by,
    Instant at,
    Optional<Instant> loadedAt,
    Optional<Instant> endedAt,
    ImportCounts counts,
    List<Finding> findings,
    Optional<Problem> problem,
    Optional<String> mapping,
    Optional<String> job,
    boolean sourceKept) {

  ImportStatus status(Optional<Words> step, double done) {
    return new ImportStatus(
        id,
        name,
        bytes,
        state,
        role,
        by,
        at,
        endedAt,
        counts,
        step,
        done,
        findings,
        problem,
        sourceKept);
  }
}
