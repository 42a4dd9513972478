package org.marquetry.platform.jobs;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus.State;

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
  private static final String ARGUMENT = "argument.";
  private static final String RESULT = "result.";

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

  Properties toProperties() {
    Properties p = new Properties();
    p.setProperty("id", id);
    p.setProperty("kind", request.kind());
    p.setProperty("key", request.key());
    p.setProperty("maxAttempts", Integer.toString(request.maxAttempts()));
    request.arguments().forEach((k, v) -> p.setProperty(ARGUMENT + k, v));
    p.setProperty("actor.kind", actor.kind().name());
    p.setProperty("actor.name", actor.name());
    p.setProperty("actor.permissions", String.join(" ", actor.permissions()));
    p.setProperty("state", state.name());
    p.setProperty("owner", owner);
    p.setProperty("attempts", Integer.toString(attempts));
    p.setProperty("failures", Integer.toString(failures));
    p.setProperty("note", note);
    result.forEach((k, v) -> p.setProperty(RESULT + k, v));
    p.setProperty("startedAt", startedAt.toString());
    p.setProperty("changedAt", changedAt.toString());
    return p;
  }

  static JobRecord from(Properties p) {
    return new JobRecord(
        get(p, "id"),
        new JobRequest(get(p, "kind"), get(p, "key"), group(p, ARGUMENT), number(p, "maxAttempts")),
        new Actor(
            Actor.Kind.valueOf(get(p, "actor.kind")),
            get(p, "actor.name"),
            permissions(get(p, "actor.permissions"))),
        State.valueOf(get(p, "state")),
        get(p, "owner"),
        number(p, "attempts"),
        number(p, "failures"),
        get(p, "note"),
        group(p, RESULT),
        Instant.parse(get(p, "startedAt")),
        Instant.parse(get(p, "changedAt")));
  }

  private static Set<String> permissions(String line) {
    return Arrays.stream(line.split(" ", -1)).filter(s -> !s.isEmpty()).collect(Collectors.toSet());
  }

  private static Map<String, String> group(Properties p, String prefix) {
    Map<String, String> group = new TreeMap<>();
    for (String name : p.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        group.put(name.substring(prefix.length()), get(p, name));
      }
    }
    return group;
  }

  private static int number(Properties p, String name) {
    return Integer.parseInt(get(p, name));
  }

  private static String get(Properties p, String name) {
    return Objects.requireNonNull(p.getProperty(name), name);
  }
}
