package org.marquetry.platform.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus.State;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Row;

/// What is kept of a job; a new one for each change.
///
/// @param failures how many runs ended in a failure
record JobRecord(
    String id,
    JobRequest request,
    Actor actor,
    State state,
    String owner,
    int attempts,
    int failures,
    Optional<Words> note,
    Map<String, String> result,
    Instant startedAt,
    Instant changedAt) {
  private static final Words NOT_BEGUN = new Words("尚未开始", "not begun yet");

  JobRecord {
    result = Map.copyOf(result);
  }

  static JobRecord begin(String id, JobRequest request, Actor actor, Instant now) {
    return new JobRecord(
        id, request, actor, State.WAITING, "", 0, 0, Optional.of(NOT_BEGUN), Map.of(), now, now);
  }

  JobRecord to(State newState, Words newNote, Instant now) {
    return with(newState, owner, attempts, failures, Optional.of(newNote), now);
  }

  JobRecord running(String newOwner, Optional<Words> newNote, Instant now) {
    return with(State.RUNNING, newOwner, attempts + 1, failures, newNote, now);
  }

  JobRecord failed(State newState, Words why, Instant now) {
    return with(newState, owner, attempts, failures + 1, Optional.of(why), now);
  }

  private JobRecord with(
      State newState,
      String newOwner,
      int newAttempts,
      int newFailures,
      Optional<Words> newNote,
      Instant now) {
    return new JobRecord(
        id,
        request,
        actor,
        newState,
        newOwner,
        newAttempts,
        newFailures,
        newNote,
        result,
        startedAt,
        now);
  }

  JobRecord done(Map<String, String> newResult, Instant now) {
    return new JobRecord(
        id, request, actor, State.DONE, owner, attempts, failures, note, newResult, startedAt, now);
  }

  static JobRecord from(Row r) {
    return new JobRecord(
        r.string("id"),
        Columns.request(r),
        Columns.actor(r),
        State.valueOf(r.string("state")),
        r.string("owner"),
        r.intValue("attempts"),
        r.intValue("failures"),
        Columns.note(r),
        Columns.map(r.string("result")),
        r.instant("started_at"),
        r.instant("changed_at"));
  }
}
