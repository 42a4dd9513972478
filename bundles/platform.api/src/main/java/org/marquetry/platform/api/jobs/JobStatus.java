package org.marquetry.platform.api.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.marquetry.shop.api.Words;

/// Say how a job stands.
///
/// @param id the job's own id
/// @param kind its kind
/// @param key what it works on
/// @param state where it is in its life
/// @param step what it does now, for people; empty before the first step
/// @param done share of the step that is done, in [0, 1]
/// @param actor who started it
/// @param owner bundle and version of the handler that ran it last; empty before the first run
/// @param attempts how many runs were begun
/// @param note what a person should know: why it waits, why it failed, that it started again
/// @param result what came out; empty until [State#DONE]
/// @param startedAt when it was asked for
/// @param changedAt when its state last changed
public record JobStatus(
    String id,
    String kind,
    String key,
    State state,
    Optional<Words> step,
    double done,
    String actor,
    String owner,
    int attempts,
    Optional<Words> note,
    Map<String, String> result,
    Instant startedAt,
    Instant changedAt) {
  /// The life of a job.
  public enum State {
    /// It waits for its handler, for the next attempt, or for the new version of its bundle.
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /// Tell whether the job is over.
    public boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  public JobStatus {
    result = Map.copyOf(result);
  }
}
