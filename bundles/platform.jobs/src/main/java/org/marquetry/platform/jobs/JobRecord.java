package org.marquetry.platform.jobs;

import java.time.Instant;
import java.util.Map;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus.State;
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
    String note,
    Map<String, String> result,
    Instant startedAt,
    Instant changedAt) {
  JobRecord {
    result = Map.copyOf(result);
  }

  static JobRecord begin(String id, JobRequest request, Actor actor, Instant now) {
    return new JobRecord(
        id, request, actor, State.WAITING, "", 0, 0, "not begun yet", Map.of(), now, now);
  }

  JobRecord to(State newState, String newNote, Instant now) {
    return new JobRecord(
        id, request, actor, newState, owner, attempts, failures, newNote, result, startedAt, now);
  }

  JobRecord running(String newOwner, String newNote, Instant now) {
    return new JobRecord(
        id,
        request,
        actor,
        State.RUNNING,
        newOwner,
        attempts + 1,
        failures,
        newNote,
        result,
        startedAt,
        now);
  }

  JobRecord failed(State newState, String why, Instant now) {
    return new JobRecord(
        id, request, actor, newState, owner, attempts, failures + 1, why, result, startedAt, now);
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
        r.string("note"),
        Columns.map(r.string("result")),
        r.instant("started_at"),
        r.instant("changed_at"));
  }
}
